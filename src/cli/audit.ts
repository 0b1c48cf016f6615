import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { shownInstantOf } from '../../lib/time/shownInstant.ts'
import {
  exportTrail,
  keepAnchor,
  type ShownTrail,
  showTrail,
  streamNamed,
  TRAIL_FORMATS,
  type TrailFormat,
  takeAnchor,
  verify,
} from '../../plugins/workflow/index.ts'
import { escaped } from '../config/loggedError.ts'
import { boot } from '../process/boot.ts'
import type { System } from '../system.ts'
import { type Call, type Command, WrongUse } from './command.ts'
import { progress } from './progress.ts'

/** What a subcommand works on. */
interface Task extends Call, System {
  anchorsDir: string
  /** The words after the subcommand. */
  words: string[]
}

/** Width of an instant and the space after it. */
const INDENT = ' '.repeat(18)

const anchor = async ({ payload, clock, anchorsDir, print }: Task): Promise<0> => {
  const taken = await takeAnchor({ payload, clock })
  const file = await keepAnchor(anchorsDir, taken)
  print({
    data: { file, count: taken.count, root: taken.root },
    lines: [`${file}`, `count ${taken.count}`, `root  ${taken.root}`],
  })
  return 0
}

const check = async ({ payload, anchorsDir, print }: Task): Promise<0 | 1> => {
  const report = await verify({ payload, anchorsDir })
  const { faults, ...counts } = report
  print({
    data: report,
    lines: [
      Object.entries(counts)
        .map(([name, count]) => `${name} ${count}`)
        .join(' · '),
      ...(faults.length
        ? faults.map((fault) => `LỖI / FAULT  ${fault.store} ${fault.place}: ${fault.what}`)
        : ['Không phát hiện sai lệch. / Nothing is out of order.']),
    ],
  })
  return faults.length ? 1 : 0
}

/** Words that people wrote, on a terminal that they must not steer. */
const plain = (text: string): string => text.split('\n').map(escaped).join(`\n${INDENT}`)

const linesOf = ({ title, entries, fault }: ShownTrail, document: string): string[] => [
  [title, document].filter(Boolean).map(escaped).join('  ·  '),
  '',
  ...entries.flatMap(({ at, by, capacity, what, step, notes }) => [
    plain(`${shownInstantOf(at)}  ${[what, step].filter(Boolean).join(' – ')}`),
    plain(`${INDENT}${[by, capacity].filter(Boolean).join(', ')}`),
    ...notes.map(({ label, text }) => plain(`${INDENT}${label}: ${text}`)),
  ]),
  '',
  fault
    ? `LỖI / FAULT  ${document}#${fault.seq}: ${fault.what}`
    : `${entries.length} việc, chuỗi mã kiểm tra nguyên vẹn. / ${entries.length} events, the chain of hashes holds.`,
]

const show = async ({ payload, words, values, print }: Task): Promise<0 | 1> => {
  const document = await streamNamed(payload, words[0]!)
  const lang = values.lang === 'en' ? 'en' : 'vi'
  const trail = document === undefined ? undefined : await showTrail({ payload, document, lang })
  if (!document || !trail?.entries.length) {
    process.stderr.write(
      'Không có nhật ký của văn bản này; xin kiểm tra địa chỉ. / This document has no trail; check its address.\n',
    )
    return 1
  }
  print({ data: { document, ...trail, fault: trail.fault ?? null }, lines: linesOf(trail, document) })
  return trail.fault ? 1 : 0
}

const exportAll = async ({ payload, words, values, print }: Task): Promise<0 | 1> => {
  const [file] = words
  const shown = file === undefined ? undefined : progress(values.json === true)
  let rows = 0
  const lines = exportTrail({
    payload,
    format: (values.format ?? 'ndjson') as TrailFormat,
    lang: values.lang === 'en' ? 'en' : 'vi',
    onRows: (count) => {
      rows += count
      shown?.(rows)
    },
  })
  if (file === undefined) {
    // Whoever reads the output may have enough of it (`| head`), which is no failure.
    process.stdout.once('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
    await pipeline(Readable.from(lines), process.stdout, { end: false })
    return 0
  }
  try {
    await pipeline(Readable.from(lines), createWriteStream(file, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    process.stderr.write(`Đã có tệp ${file}; xin chọn tên khác. / The file exists; choose another name.\n`)
    return 1
  }
  shown?.(rows, rows)
  print({ data: { file, rows }, lines: [`${file}: ${rows} việc / events`] })
  return 0
}

const TASKS: Record<string, { takes: (words: string[]) => boolean; run: (task: Task) => Promise<0 | 1> }> = {
  verify: { takes: ({ length }) => length === 0, run: check },
  show: { takes: ({ length }) => length === 1, run: show },
  export: { takes: ({ length }) => length <= 1, run: exportAll },
  anchor: { takes: ({ length }) => length === 0, run: anchor },
}

export const audit: Command = {
  summary: 'Kiểm tra, xem, xuất nhật ký / verify, show and export the logs',
  usage: `congbo audit verify [--json]
congbo audit show DOCUMENT [--lang vi|en] [--json]
congbo audit export [FILE] [--format ndjson|csv] [--lang vi|en]
congbo audit anchor [--json]

verify  reads every log and store and names what was changed, removed, reordered or cut off; exit code 1 if anything was
show    tells what was done with one document, oldest first, in Viet Nam time; exit code 1 if its chain does not hold.
        DOCUMENT is its public address, its address in the admin, or its name in the trail (collection:key)
export  writes the trail of all documents, oldest first, to FILE or to standard output: ndjson holds the columns as they
        are hashed, csv words for a spreadsheet. The file names people: keep it as you keep the database
anchor  writes the heads of all logs to DATA_DIR/anchors; keep a copy where the database's administrator cannot write`,
  options: { format: { type: 'string' }, lang: { type: 'string' } },
  takesWords: true,
  run: async (call) => {
    const [what = '', ...words] = call.positionals
    const task = Object.hasOwn(TASKS, what) ? TASKS[what] : undefined
    if (!task?.takes(words))
      throw new WrongUse('say `congbo audit verify`, `show DOCUMENT`, `export [FILE]` or `anchor`')
    const { format, lang } = call.values
    if (format !== undefined && !TRAIL_FORMATS.includes(format as TrailFormat))
      throw new WrongUse(`--format is one of ${TRAIL_FORMATS.join(', ')}`)
    if (lang !== undefined && lang !== 'vi' && lang !== 'en') throw new WrongUse('--lang is one of vi, en')
    const system = await boot()
    const anchorsDir = path.join(system.environment.dataDir, 'anchors')
    try {
      return await task.run({ ...call, ...system, anchorsDir, words })
    } finally {
      await system.payload.destroy()
    }
  },
}
