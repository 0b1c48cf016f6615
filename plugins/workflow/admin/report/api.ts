import type { BoardReport } from '../../useCases/report.ts'
import type { OfficeWeek } from '../../useCases/week.ts'
import { type Connection, call } from '../api.ts'

/** The office's last seven days. */
export const readWeek = (connection: Connection) => call<OfficeWeek>(connection, 'week')

/** The board's report of a period. */
export const readReport = (connection: Connection, asked: Record<string, string>) =>
  call<BoardReport>(connection, `report?${new URLSearchParams(asked)}`)

/** Address of the same as a file for a spreadsheet. */
export const reportExportAddress = (base: string, { from, to }: { from: string; to: string }): string =>
  `${base}/workflow/report?${new URLSearchParams({ from, to, format: 'csv' })}`
