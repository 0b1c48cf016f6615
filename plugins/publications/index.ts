export { publicField, publicMarkOf } from './publicField.ts'
export type * from './types.ts'
