export { allRows } from '../store/rows.ts'
