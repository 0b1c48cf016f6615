import { stringify } from 'csv-stringify/sync'

/** Royalty of one person for one bulletin. */
export interface Royalty {
  /** Date of the bulletin, `YYYY-MM-DD`; empty when it has none. */
  date: string
  title: string
  /** Workflow state, as a label. */
  state: string
  author: string
  /** In đồng; missing until it is set. */
  amount?: number
}

const HEADINGS = ['Ngày', 'Tiêu đề', 'Trạng thái', 'Tác giả', 'Nhuận bút (đồng)']

/**
 * CSV of royalties for spreadsheets: comma-separated (RFC 4180), UTF-8 with BOM, without which Excel assumes another
 * encoding. A leading apostrophe escapes text that a spreadsheet would run as a formula. Pure.
 */
export const royaltiesCsv = (royalties: Royalty[]): string =>
  stringify(
    [HEADINGS, ...royalties.map(({ date, title, state, author, amount }) => [date, title, state, author, amount])],
    { bom: true, record_delimiter: 'windows', escape_formulas: true },
  )
