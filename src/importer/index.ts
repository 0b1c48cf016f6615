export { type PageFile, pageFiles } from './files.ts'
export { importFiles } from './importFiles.ts'
export { type ImportReport, type ImportRow, reportLines } from './report.ts'
