import type { Query } from './query.ts'
import type { View } from './view.ts'

/** Filters of a list that can be subscribed to, by their name in the form of the CMS. */
const FACETS = { topic: 'topics', territory: 'territories', audience: 'audiences', docType: 'documentTypes' } as const

/**
 * Address of the form for subscribing, with the choices of a list ticked.
 *
 * @param args.section collection of the list; every collection without it
 */
export const subscribeUrl = (args: { section?: string; query?: Query; view: View }): string => {
  const { section, query = {}, view } = args
  const asked = new URLSearchParams({ lang: view.language })
  if (section) asked.append('collections', section)
  for (const [name, facet] of Object.entries(FACETS)) if (query[name]) asked.append(facet, query[name])
  return `${view.cms}/subscriptions?${asked}`
}
