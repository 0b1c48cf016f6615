import type { ListFilter, Sort } from '../../../plugins/delivery/catalogue/list.ts'
import type { Catalogue } from '../../../plugins/delivery/readCatalogue.ts'

export const NOW = '2026-06-01T00:00:00.000Z'
export const LATEST: Sort = { name: '-publishedAt', column: 'published_at', descending: true }

/** Keys of the plans that match a filter, in order. */
export const listed = (read: Catalogue, filter: Partial<ListFilter> = {}, sort = LATEST, now = NOW) =>
  read
    .list({ collection: 'plans', filter: { facets: {}, ...filter }, sort, limit: 100, from: { offset: 0 }, now })
    .documents.map(({ state }) => state.document)
