/** The part of this plugin that a browser may import: pure, without server dependencies. */
export { isJsonObject } from './core/isJsonObject.ts'
export { isLocalised, localise } from './core/localise.ts'
export { inNewTabs, sanitiseHtml } from './richText/sanitiseHtml.ts'
export type * from './types.ts'
