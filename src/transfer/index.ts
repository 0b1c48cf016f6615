export { exportTo, FolderNotEmpty } from './exportTo.ts'
export { CannotLoad, loadFrom } from './loadFrom.ts'
