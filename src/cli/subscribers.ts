import { closeSync, createReadStream, openSync, writeSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { stringify } from 'csv-stringify/sync'
import {
  CADENCES,
  type Cadence,
  type ImportedRow,
  type ImportReport,
  importSubscribers,
  OPERATOR,
} from '../../plugins/digest/index.ts'
import { boot } from '../process/boot.ts'
import { type Command, WrongUse } from './command.ts'
import { progress } from './progress.ts'

/** Rows named on the screen and in `--json`; `--report` names all. */
const MOST_ROWS = 100

const isCadence = (value: unknown): value is Cadence => (CADENCES as readonly unknown[]).includes(value)

/** Rows that are written to the report at once. */
const AT_ONCE = 500
const COLUMNS = ['line', 'to', 'fate', 'because', 'repairs', 'at']

/** A table of every row; a cell that a spreadsheet would take for a formula is written so that it does not. */
const reportTo = (file: string) => {
  const handle = openSync(file, 'wx', 0o600)
  let rows: object[] = []
  let header = true
  const write = () => {
    writeSync(handle, stringify(rows, { header, bom: header, escape_formulas: true, columns: COLUMNS }))
    rows = []
    header = false
  }
  return {
    add: (row: ImportedRow) => {
      rows.push({ ...row, repairs: row.repairs.join(' ') })
      if (rows.length === AT_ONCE) write()
    },
    close: () => {
      write()
      closeSync(handle)
    },
  }
}

const lineOf = ({ line, to, fate, because, repairs, at }: ImportedRow): string =>
  [`${line}`, to, fate, because, repairs.join(' '), at].filter(Boolean).join(' · ')

const linesOf = (report: ImportReport, rows: ImportedRow[]): string[] => {
  const { totals, reasons, dryRun, fault } = report
  return [
    ...(dryRun ? ['Chạy thử, không ghi gì. / Dry run, nothing was written.'] : []),
    ...(fault === 'COLUMNS_UNKNOWN' ? ['Không có cột nào chứa địa chỉ thư. / No column holds addresses.'] : []),
    ...(fault === 'TABLE_BROKEN'
      ? [`Bảng hỏng sau dòng ${report.lines}. / The table cannot be read after line ${report.lines}.`]
      : []),
    ...rows.map(lineOf),
    `Đăng ký / subscribed: ${totals.subscribed} · hỏi xác nhận / asked: ${totals.invited} · không đổi / unchanged: ${totals.unchanged} · bỏ / rejected: ${totals.rejected} · sửa / repaired: ${totals.repaired}`,
    ...Object.entries(reasons).map(([reason, count]) => `  ${reason}: ${count}`),
  ]
}

export const subscribers: Command = {
  summary: 'Nhập danh sách người nhận bản tin / import a list of subscribers',
  usage: `congbo subscribers import FILE [--dry-run] [--cadence immediate|daily|weekly] [--report FILE] [--json]

Reads a table: an export of listmonk or Mailchimp, or any with a column “email” (also “locale”, “cadence”, “consent_time”,
“consent_ip”, “consent_method”); UTF-8, UTF-16, windows-1258 or windows-1252; any delimiter. Whose consent it proves, by
its time together with the network or the way in which it was given, gets digests from now on; everybody else gets one
confirmation mail, a few hundred an hour. Who left or is suppressed never comes back. Running it again changes nothing.
  --dry-run  write nothing, say what would be done
  --cadence  of rows that name none (default: daily)
  --report   a new CSV file that says of every row what became of it and why (addresses are masked)
Exit codes: 0 done, rejected rows included; 1 the table could not be read to its end; 2 wrong use.`,
  options: { 'dry-run': { type: 'boolean' }, cadence: { type: 'string' }, report: { type: 'string' } },
  takesWords: true,
  run: async ({ values, positionals, print }) => {
    const [word, target, ...rest] = positionals
    if (word !== 'import' || !target || rest.length) throw new WrongUse('say `congbo subscribers import FILE`')
    const { cadence } = values
    if (cadence !== undefined && !isCadence(cadence)) throw new WrongUse(`--cadence is one of: ${CADENCES.join(', ')}`)
    const size = await stat(target).catch(() => undefined)
    if (!size?.isFile()) {
      process.stderr.write(`Không mở được / cannot be opened: ${target}\n`)
      return 1
    }
    const reportFile = typeof values.report === 'string' ? values.report : undefined
    if (reportFile && (await stat(reportFile).catch(() => undefined)))
      throw new WrongUse(`--report: ${reportFile} exists already`)
    const watch = progress(values.json === true)
    const { payload } = await boot()
    try {
      const table = reportFile ? reportTo(reportFile) : undefined
      const rows: ImportedRow[] = []
      const report = await importSubscribers({
        payload,
        officer: OPERATOR,
        file: path.basename(target),
        bytes: createReadStream(target),
        dryRun: values['dry-run'] === true,
        cadence,
        onRow: (row) => {
          table?.add(row)
          if (rows.length < MOST_ROWS && (row.because || row.repairs.length)) rows.push(row)
          watch?.(row.line)
        },
      })
      table?.close()
      print({ data: { ...report, rows }, lines: linesOf(report, rows) })
      return report.fault ? 1 : 0
    } finally {
      await payload.destroy()
    }
  },
}
