export { canonicalJson, sha256 } from './core/canonical.ts'
export { type ChainedRow, type ChainFault, firstChainFault, rowHash } from './core/chain.ts'
export { isLocalised, localise } from './core/localise.ts'
export { publicationsOptions, publicShapes } from './core/shapes.ts'
export { refuseWrites } from './hooks/refuseWrites.ts'
export { publications } from './plugin.ts'
export { publicField, publicMarkOf } from './publicField.ts'
export { renderTree } from './richText/renderTree.ts'
export { inNewTabs, sanitiseHtml } from './richText/sanitiseHtml.ts'
export { type Appended, appendLog, type Log } from './store/appendLog.ts'
export { claim } from './store/claim.ts'
export {
  type FrozenWorkingCopy,
  freezeWorkingCopy,
  keepContent,
  readWorkingCopy,
  type WorkingCopy,
} from './store/contents.ts'
export { filesOf, publicFilePath, Unpublishable } from './store/files.ts'
export { insertOnce, isDuplicate } from './store/insertOnce.ts'
export { PUBLICATION_COLUMNS, publicationsLog } from './store/logs.ts'
export { addressHolder, onAppend, record, reserve, urlOf } from './store/publish.ts'
export { lastSeq, lastSeqBefore, publicationsOf, readContents, readPublications, recordedKeys } from './store/read.ts'
export { recordTerms, referenceMark } from './store/terms.ts'
export type * from './types.ts'
