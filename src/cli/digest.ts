import { CADENCES, type Cadence, rotateLinks, runDigest } from '../../plugins/digest/index.ts'
import { boot } from '../process/boot.ts'
import { type Call, type Command, WrongUse } from './command.ts'
import { isPauseWord, PAUSE_WORDS, runPauseWord } from './digestPauses.ts'

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

const instantOf = (text: string): Date => {
  const instant = new Date(text)
  if (!INSTANT.test(text) || Number.isNaN(instant.getTime()))
    throw new WrongUse('--at is an instant with its offset, such as 2026-11-24T07:30:00+07:00')
  return instant
}

const isCadence = (value: unknown): value is Cadence => (CADENCES as readonly unknown[]).includes(value)

const rotateLinkKey = async ({ print }: Call): Promise<0> => {
  const { payload, clock } = await boot()
  try {
    const generation = await rotateLinks({ payload, clock })
    print({
      data: { generation },
      lines: [`Khóa liên kết mới: thế hệ ${generation}. / New link key: generation ${generation}.`],
    })
    return 0
  } finally {
    await payload.destroy()
  }
}

export const digest: Command = {
  summary: 'Gửi bản tin thư đến hạn / make and send the digests that are due, once',
  usage: `congbo digest [--at INSTANT] [--cadence immediate|daily|weekly] [--dry-run] [--json]
congbo digest pause|resume [--reason TEXT] [--cadence immediate|daily|weekly|evening] [--json]
congbo digest status [--cadence immediate|daily|weekly|evening] [--json]
congbo digest rotate-links [--json]

Does everything that is due at an instant; running it again, or twice at once, sends nobody two.
  --at       ISO 8601 with offset (default: now)
  --cadence  immediate, daily or weekly (default: all, and the evening digest)
  --dry-run  send nothing, say who would get what (addresses are masked)
\`pause\` holds back digests, all or one cadence, on every worker at once; confirmations, links and notices to officers
still leave. \`resume\` lets them go on; without --cadence it ends every pause. The reason is kept in the trail.
\`status\` says what is paused, since when and why.
\`rotate-links\` makes a new key for links in mails from now on; links under earlier keys keep working.`,
  options: {
    at: { type: 'string' },
    cadence: { type: 'string' },
    reason: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  takesWords: true,
  run: async (call) => {
    const { values, positionals, print } = call
    const [word, ...rest] = positionals
    if (word === 'rotate-links' && !rest.length) return rotateLinkKey(call)
    if (word !== undefined) {
      if (!isPauseWord(word) || rest.length)
        throw new WrongUse(`say one of: ${PAUSE_WORDS.join(', ')}, rotate-links, or no word`)
      if (values.at !== undefined || values['dry-run']) throw new WrongUse(`\`${word}\` takes no --at and no --dry-run`)
      return runPauseWord(word, call)
    }
    if (values.reason !== undefined) throw new WrongUse('--reason belongs to `pause` and `resume`')
    const { at: given, cadence } = values
    if (cadence !== undefined && !isCadence(cadence)) throw new WrongUse(`--cadence is one of: ${CADENCES.join(', ')}`)
    const instant = typeof given === 'string' ? instantOf(given) : undefined
    const { payload, clock } = await boot()
    try {
      const report = await runDigest({
        payload,
        at: instant ?? clock.now(),
        cadence,
        dryRun: values['dry-run'] === true,
      })
      print({
        data: report,
        lines: report.runs.length
          ? report.runs.map((run) =>
              Object.entries(run)
                .map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`)
                .join(' · '),
            )
          : ['Không có bản tin nào đến hạn. / Nothing is due.'],
      })
      return 0
    } finally {
      await payload.destroy()
    }
  },
}
