/** Path of the board's report, below that of the admin. */
export const REPORT_PATH = '/report'
