/** What a browser may import of the spine: pure, and free of the server's libraries. */
export { isJsonObject } from './core/isJsonObject.ts'
export { isLocalised, localise } from './core/localise.ts'
export { inNewTabs, sanitiseHtml } from './richText/sanitiseHtml.ts'
export type * from './types.ts'
