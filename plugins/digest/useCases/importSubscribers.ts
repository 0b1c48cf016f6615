import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { contentLocales, defaultLocale } from '../../publications/index.ts'
import { maskAddress } from '../core/address.ts'
import { type FateReason, fateOf, invitedAt, type RowFate } from '../core/importFate.ts'
import { type ImportableRow, type ImportColumns, type RowRepair, readColumns, readRow } from '../core/importRow.ts'
import type { Cadence } from '../core/periods.ts'
import { readTable, type TableRow } from '../desk/readTable.ts'
import { settingsOf } from '../options.ts'
import { appendAct, type Officer } from '../store/acts.ts'
import { knownPeople } from '../store/knownPeople.ts'
import { find } from '../store/rows.ts'
import { inviteImported, subscribeImported } from './importPerson.ts'

/** Rows looked up at once. */
const BATCH = 200
/** Addresses of a list that are remembered, to tell those that stand in it twice; later ones are found in the database. */
const MOST_REMEMBERED = 300_000

/** What became of one row. */
export interface ImportedRow {
  line: number
  /** Masked address; empty when there is none. */
  to: string
  fate: RowFate
  because?: FateReason
  repairs: RowRepair[]
  /** When their mail leaves, of people who are asked. */
  at?: string
}

/** What became of a list. */
export interface ImportReport {
  dryRun: boolean
  source: ImportColumns['source'] | null
  /** `COLUMNS_UNKNOWN`: no column holds addresses; `TABLE_BROKEN`: it could not be read to the end. */
  fault: 'COLUMNS_UNKNOWN' | 'TABLE_BROKEN' | null
  /** Last line that was read. */
  lines: number
  totals: Record<RowFate | 'rows' | 'repaired', number>
  reasons: Partial<Record<FateReason, number>>
}

/** After whom of earlier lists the next one is asked. */
const firstInvitation = async (payload: Payload, now: Date): Promise<Date> => {
  const where = { kind: { equals: 'confirmation' }, state: { equals: 'pending' } }
  const [last] = await find({ payload, collection: 'deliveries', where, sort: '-notBefore', limit: 1 })
  return last && last.notBefore > now.toISOString() ? new Date(last.notBefore) : now
}

const emptyReport = (dryRun: boolean): ImportReport => ({
  dryRun,
  source: null,
  fault: null,
  lines: 0,
  totals: { rows: 0, subscribed: 0, invited: 0, unchanged: 0, rejected: 0, repaired: 0 },
  reasons: {},
})

/** Counts rows as they are told. */
const counting =
  (report: ImportReport, onRow: (row: ImportedRow) => void) =>
  (row: ImportedRow): void => {
    report.totals.rows += 1
    report.totals[row.fate] += 1
    if (row.repairs.length && row.fate !== 'rejected') report.totals.repaired += 1
    if (row.because) report.reasons[row.because] = (report.reasons[row.because] ?? 0) + 1
    onRow(row)
  }

/** A row that waits for its turn: one that can be taken, or one of which everything is said. */
type Waiting = { line: number; row: ImportableRow } | { told: ImportedRow }

interface Importing {
  payload: Payload
  file: string
  dryRun: boolean
  source: ImportColumns['source']
  now: Date
  firstAt: Date
  invited: number
  tell: (row: ImportedRow) => void
}

/** Takes some rows at once, in their order. */
const takeBatch = async (work: Importing, batch: Waiting[]): Promise<void> => {
  const { payload, dryRun, file, source, now, firstAt, tell } = work
  const { invitationsPerHour } = settingsOf(payload.config)
  const keys = batch.flatMap((one) => ('row' in one ? [one.row.address.key] : []))
  const people = await knownPeople(payload, [...new Set(keys)])
  for (const one of batch) {
    if ('told' in one) {
      tell(one.told)
      continue
    }
    const { line, row } = one
    const known = people.get(row.address.key)!
    const { fate, because } = fateOf({ ...known, state: known.subscriber?.state }, row.proof)
    const at = invitedAt(work.invited, firstAt, invitationsPerHour)
    const origin = { source, file, line }
    if (!dryRun && fate === 'subscribed')
      await subscribeImported({ payload, row, proof: row.proof!, known, origin, now })
    if (!dryRun && fate === 'invited') await inviteImported({ payload, row, known, origin, at })
    if (fate === 'invited') work.invited += 1
    const when = fate === 'invited' ? { at: at.toISOString() } : {}
    tell({ line, to: maskAddress(row.address.address), fate, because, repairs: row.repairs, ...when })
  }
  await setImmediate()
}

/** Remembers addresses by 48 bits of their hash. @returns whether one was there before */
const remembering = () => {
  const seen = new Set<number>()
  return (key: string): boolean => {
    const mark = createHash('sha256').update(key).digest().readUIntBE(0, 6)
    if (seen.has(mark)) return true
    if (seen.size < MOST_REMEMBERED) seen.add(mark)
    return false
  }
}

async function* hashed(bytes: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of bytes) {
    hash.update(chunk)
    yield chunk
  }
}

/**
 * Imports a list of subscribers: a table of listmonk, of Mailchimp, or any other with a column `email`. People whose
 * consent it proves get digests from now on; everybody else is asked once for their confirmation, a few hundred an hour.
 * Nobody who left or is suppressed comes back. Idempotent; memory does not grow with the file.
 *
 * @param args.bytes the file
 * @param args.cadence for rows that name none
 * @param args.dryRun writes nothing, says what would be done
 * @param args.onRow told of every row, in order
 */
export const importSubscribers = async (args: {
  payload: Payload
  officer: Officer
  /** Name of the file, for the trail. */
  file: string
  bytes: AsyncIterable<Uint8Array>
  dryRun: boolean
  cadence?: Cadence
  onRow?: (row: ImportedRow) => void
}): Promise<ImportReport> => {
  const { payload, officer, file, bytes, dryRun, cadence = 'daily', onRow = () => {} } = args
  const now = settingsOf(payload.config).clock.now()
  const defaults = { locale: defaultLocale(payload.config), locales: contentLocales(payload.config), cadence, now }
  const report = emptyReport(dryRun)
  const tell = counting(report, onRow)
  const hash = createHash('sha256')
  const isTwice = remembering()
  const firstAt = await firstInvitation(payload, now)
  let columns: ImportColumns | null = null
  let work: Importing | undefined
  let batch: Waiting[] = []

  const take = ({ line, cells }: TableRow): Waiting => {
    const read = readRow(columns!, cells, defaults)
    if ('fault' in read) return { told: { line, to: '', fate: 'rejected', because: read.fault, repairs: [] } }
    const { address, repairs } = read.row
    if (!isTwice(address.key)) return { line, row: read.row }
    return { told: { line, to: maskAddress(address.address), fate: 'unchanged', because: 'TWICE', repairs } }
  }

  try {
    for await (const row of readTable(hashed(bytes, hash))) {
      report.lines = row.line
      if (!columns) {
        columns = readColumns(row.cells)
        if (!columns) break
        report.source = columns.source
        work = { payload, file, dryRun, source: columns.source, now, firstAt, invited: 0, tell }
        continue
      }
      batch.push(take(row))
      if (batch.length >= BATCH) {
        await takeBatch(work!, batch)
        batch = []
      }
    }
  } catch (error) {
    if (!String((error as { code?: unknown }).code ?? '').startsWith('CSV_')) throw error
    report.fault = 'TABLE_BROKEN'
  }
  if (!columns) report.fault ??= 'COLUMNS_UNKNOWN'
  if (work && batch.length) await takeBatch(work, batch)
  const { subscribed, invited } = report.totals
  const at = now.toISOString()
  if (!dryRun && subscribed + invited)
    await appendAct({
      payload,
      officer,
      act: {
        key: `imported:${at}:${hash.copy().digest('hex').slice(0, 32)}`,
        kind: 'imported',
        scope: '',
        at,
        reason: '',
      },
      facts: { file, source: report.source, sha256: hash.digest('hex'), ...report.totals },
    })
  return report
}
