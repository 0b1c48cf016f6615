import { stringify } from 'csv-stringify/sync'

/** What one person is owed for one bulletin. */
export interface Royalty {
  /** Day of the bulletin, `YYYY-MM-DD`; empty when it has none. */
  date: string
  title: string
  /** State of its workflow, in words. */
  state: string
  author: string
  /** In đồng; missing when nobody has set it yet. */
  amount?: number
}

const HEADINGS = ['Ngày', 'Tiêu đề', 'Trạng thái', 'Tác giả', 'Nhuận bút (đồng)']

/**
 * Royalties as a table that spreadsheets open: comma-separated (RFC 4180), UTF-8 with its mark, without which Excel
 * takes Vietnamese for another encoding; what a spreadsheet would run as a formula is made a text by an apostrophe. Pure.
 */
export const royaltiesCsv = (royalties: Royalty[]): string =>
  stringify(
    [HEADINGS, ...royalties.map(({ date, title, state, author, amount }) => [date, title, state, author, amount])],
    { bom: true, record_delimiter: 'windows', escape_formulas: true },
  )
