import { stringify } from 'csv-stringify/sync'
import type { Payload, Where } from 'payload'
import { type OwnLanguage, ownLanguage } from '../../../lib/text/languages.ts'
import { shownInstantOf } from '../../../lib/time/shownInstant.ts'
import { NUMBERED } from '../../publications/index.ts'
import { workflowOptions } from '../options.ts'
import { pageOf, restAfter } from '../store/rows.ts'
import { EVENT_COLUMNS, eventsLog } from '../store/stream.ts'
import { entriesOf, type TrailEntry } from './entries.ts'
import type { TrailRow } from './named.ts'

export const TRAIL_FORMATS = ['ndjson', 'csv'] as const
export type TrailFormat = (typeof TRAIL_FORMATS)[number]

/** Chronological, and the same in every export: no two rows share all three. */
const ORDER = ['at', 'document', 'seq'] as const
const SLICE = 500
/** Small enough not to block other work. */
const GENTLE_SLICE = 100

const HEADINGS: Record<OwnLanguage, string[]> = {
  vi: [
    'Lúc (giờ Việt Nam)',
    'Văn bản',
    'Mã trong nhật ký',
    'Số thứ tự',
    'Việc',
    'Bước',
    'Người làm',
    'Vai trò',
    'Tư cách',
    'Lý do, ghi chú',
    'Mã kiểm tra nội dung (SHA-256)',
    'Mã dòng (SHA-256)',
  ],
  en: [
    'When (Viet Nam time)',
    'Document',
    'Name in the trail',
    'Number',
    'What happened',
    'Step',
    'Person',
    'Role',
    'Capacity',
    'Reason, notes',
    'Content hash (SHA-256)',
    'Row hash (SHA-256)',
  ],
}

const cellsOf = (entry: TrailEntry, { hash }: TrailRow): (string | number)[] => [
  shownInstantOf(entry.at),
  entry.title,
  entry.document,
  entry.seq,
  entry.what,
  entry.step ?? '',
  entry.by,
  entry.role,
  entry.capacity,
  entry.notes.map(({ label, text }) => `${label}: ${text}`).join('\n'),
  entry.hash ?? '',
  hash,
]

/**
 * For spreadsheets (RFC 4180). Text that a spreadsheet would run as a formula is escaped. By itself the library quotes a
 * line break only where it is the whole delimiter of rows.
 */
const csv = (rows: (string | number)[][], bom = false): string =>
  stringify(rows, { bom, escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ })

/** The columns as they are stored and hashed, so that others can check the chains. */
const ndjson = (rows: TrailRow[]): string =>
  rows
    .map((row) => {
      const stored = row as unknown as Record<string, unknown>
      const columns = ['document', 'seq', ...EVENT_COLUMNS.slice(1), 'prev', 'hash']
      return `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, stored[column] ?? null])))}\n`
    })
    .join('')

/**
 * The trail of all documents, oldest first, in pieces: memory holds one page of rows, however long it is.
 *
 * @param args.format `ndjson`: one JSON object a line with the columns as they are hashed; `csv`: in words, UTF-8 with BOM
 * @param args.where only these events
 * @default all
 * @param args.gently small pages with rests in between, for a process that answers requests
 * @param args.stopping stops between two pages
 * @throws the signal's reason once it is aborted
 */
export async function* exportTrail(args: {
  payload: Payload
  format: TrailFormat
  lang: string
  where?: Where
  gently?: boolean
  stopping?: AbortSignal
  onRows?: (count: number) => void
}): AsyncGenerator<string> {
  const { payload, format, lang, where, gently, stopping, onRows } = args
  const options = workflowOptions(payload.config)
  const limit = gently ? GENTLE_SLICE : SLICE
  if (format === 'csv') yield csv([HEADINGS[ownLanguage(lang)]], true)
  for (let after: object | undefined; ; ) {
    stopping?.throwIfAborted()
    const began = performance.now()
    const rows = await pageOf<TrailRow>({
      payload,
      collection: eventsLog.collection,
      sort: ORDER,
      limit,
      after,
      where: where ? { and: [NUMBERED, where] } : NUMBERED,
    })
    if (rows.length && format === 'ndjson') yield ndjson(rows)
    if (rows.length && format === 'csv') {
      const entries = await entriesOf({ payload, options, rows, lang })
      yield csv(entries.map((entry, index) => cellsOf(entry, rows[index]!)))
    }
    onRows?.(rows.length)
    if (rows.length < limit) return
    after = rows.at(-1)
    if (gently) await restAfter(began)
  }
}
