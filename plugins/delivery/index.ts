export {
  exceeded,
  type GraphqlLimits,
  type GraphqlSize,
  measure,
  type PageSizes,
  type QueryLimits,
} from './api/limits.ts'
export { type Builder, type BuildOrder, buildCatalogue } from './catalogue/build.ts'
export { type Prepared, type PreparedStretch, preparedLog, prepareStretch } from './catalogue/prepare.ts'
export { legalStatus } from './derived/legalStatusField.ts'
export { publicFileUrl } from './fileUrl.ts'
export { openDelivery } from './openDelivery.ts'
export { delivery } from './plugin.ts'
export {
  type FinderElsewhere,
  type FinderQuestion,
  type Followed,
  type Footing,
  fileFinder,
} from './search/fileFinder.ts'
export { type Finding, TooBusy } from './search/finder.ts'
export type { SearchResult } from './search/searcher.ts'
export type { DeliveredCollection, DeliveryHandler, DeliveryOptions, DerivedField, JsonLdInput } from './types.ts'
