import type { Query } from '../parts/query.ts'
import type { AnyFilter } from '../queries/generated.ts'

const NAMES = ['topic', 'docType', 'issuer', 'audience', 'territory', 'language', 'from', 'to'] as const

/** The filter of the API that the parameters of an address ask for. */
export const filterOf = (query: Query): AnyFilter => ({
  ...Object.fromEntries(NAMES.flatMap((name) => (query[name] ? [[name, query[name]]] : []))),
  ...(query.year ? { year: Number(query.year) } : {}),
  ...(query.issuer || query.territory ? { includePredecessors: true } : {}),
})
