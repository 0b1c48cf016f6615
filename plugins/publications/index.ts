export { type Clock, systemClock } from '../../lib/time/clock.ts'
export { withInstants, wordField } from './collections/logFields.ts'
export { canonicalJson, hasHash, sha256 } from './core/canonical.ts'
export { type ChainedRow, type ChainFault, chainReader, firstChainFault, rowHash } from './core/chain.ts'
export { PUBLICATION_COLUMNS } from './core/columns.ts'
export {
  type ChangeKind,
  type DocumentName,
  type DocumentState,
  evolve,
  isShownAfter,
  makesEdition,
  setAside,
  tellsOfDocument,
} from './core/documentState.ts'
export { fieldNames } from './core/fieldNames.ts'
export { isJsonObject } from './core/isJsonObject.ts'
export { contentLocales, defaultLocale } from './core/locales.ts'
export { isLocalised, localise } from './core/localise.ts'
export { isNumbered, lastNumbered, NUMBERED } from './core/numbering.ts'
export { awaitsRatification, type Provenance, provenanceAfter, ratifiesPublication } from './core/provenance.ts'
export { publicationsOptions, publicShapes } from './core/shapes.ts'
export { type Fault, LOG_START, type LogHead, type TrustedEntry, type TrustedStretch } from './core/trust.ts'
export { refuseWrites } from './hooks/refuseWrites.ts'
export { publications } from './plugin.ts'
export { publicField, publicMarkOf } from './publicField.ts'
export { renderTree } from './richText/renderTree.ts'
export { inNewTabs, sanitiseHtml } from './richText/sanitiseHtml.ts'
export { type Appended, appendLog, type Log, type Within } from './store/appendLog.ts'
export { checkFile } from './store/checkFile.ts'
export { claim } from './store/claim.ts'
export {
  type FrozenWorkingCopy,
  freezeWorkingCopy,
  keepContent,
  namedByOf,
  readWorkingCopy,
  titleFieldOf,
  type WorkingCopy,
} from './store/contents.ts'
export { eraseContents } from './store/eraseContents.ts'
export { forgetFaults, knownFaults, noteFaults } from './store/faults.ts'
export { filesIn, filesOf, publicFilePath, Unpublishable } from './store/files.ts'
export { insertOnce, isDuplicate } from './store/insertOnce.ts'
export { publicationsLog } from './store/logs.ts'
export { publicFaults } from './store/publicFaults.ts'
export {
  addressHolder,
  hasAddress,
  liveDocumentAt,
  onAppend,
  record,
  reserve,
  slugsOfOthers,
  urlOf,
} from './store/publish.ts'
export { documentStateOf, lastSeq, lastSeqBefore, numbersOf, readContents, recordedKeys } from './store/read.ts'
export { addressOfLog, directSource, type LogAddress } from './store/sources/directSource.ts'
export { payloadSource } from './store/sources/payloadSource.ts'
export type { LogSource, StoredContent } from './store/sources/source.ts'
export { publishedTerm, recordTerms, referenceMark } from './store/terms.ts'
export {
  contentFaults,
  headAt,
  mendedFaults,
  type SoundContents,
  soundContents,
  trustedLog,
} from './store/trustedLog.ts'
export type * from './types.ts'
