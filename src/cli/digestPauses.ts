import { hasWords, normalise } from '../../lib/text/normalise.ts'
import {
  isPauseScope,
  OPERATOR,
  PAUSABLE,
  type PauseStatus,
  pauseSending,
  pauseStatus,
} from '../../plugins/digest/index.ts'
import { boot } from '../process/boot.ts'
import { type Call, WrongUse } from './command.ts'

/** Words after `congbo digest` that pause digests, let them go on, or say how it stands. */
export const PAUSE_WORDS = ['pause', 'resume', 'status'] as const
export type PauseWord = (typeof PAUSE_WORDS)[number]

/** Kept in the trail where the operator gave none; who did it and when stand beside it. */
const NO_REASON = 'Từ dòng lệnh, không ghi lý do / from the command line, no reason given'

export const isPauseWord = (word: unknown): word is PauseWord => (PAUSE_WORDS as readonly unknown[]).includes(word)

const linesOf = ({ mailPaused, pauses }: PauseStatus): string[] => [
  ...(mailPaused ? ['MAIL_PAUSED: mọi thư đều dừng. / every mail waits.'] : []),
  ...pauses.map(({ scope, since, by, reason }) => `Đang dừng / paused: ${scope} · ${since} · ${by} · ${reason}`),
  ...(mailPaused || pauses.length ? [] : ['Không có gì bị dừng. / Nothing is paused.']),
]

/** `congbo digest pause|resume|status`. */
export const runPauseWord = async (word: PauseWord, { values, print }: Call): Promise<0> => {
  const { cadence: scope = 'all' } = values
  if (!isPauseScope(scope)) throw new WrongUse(`--cadence is one of: ${PAUSABLE.join(', ')}`)
  const reason = typeof values.reason === 'string' ? normalise(values.reason) : NO_REASON
  if (!hasWords(reason)) throw new WrongUse(`say why: \`congbo digest ${word} --reason "…"\``)
  const { payload, clock } = await boot()
  try {
    const status =
      word === 'status'
        ? await pauseStatus(payload)
        : await pauseSending({
            payload,
            clock,
            officer: OPERATOR,
            kind: word === 'pause' ? 'paused' : 'resumed',
            scope,
            reason,
          })
    // A question about one cadence is answered with what holds that one back.
    const shown =
      word === 'status' && scope !== 'all'
        ? { ...status, pauses: status.pauses.filter((one) => one.scope === 'all' || one.scope === scope) }
        : status
    print({ data: shown, lines: linesOf(shown) })
    return 0
  } finally {
    await payload.destroy()
  }
}
