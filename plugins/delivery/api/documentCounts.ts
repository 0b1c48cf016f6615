import type { ProjectionRules } from '../catalogue/project.ts'
import type { DeliveryContext } from './context.ts'
import { countExpensive } from './facets.ts'
import { countedFilters, referenceOf } from './filters.ts'

type Rules = Readonly<Record<string, ProjectionRules>>

/** Once for a request, however many rows show their counts. */
const counted = new WeakMap<DeliveryContext, Promise<Map<string, number>>>()

const nameOf = (collection: string, key: string) => `${collection}/${key}`

const countAll = async (rules: Rules, context: DeliveryContext): Promise<Map<string, number>> => {
  countExpensive(context)
  const sums = new Map<string, number>()
  const ofCollection = async ([slug, rule]: [string, ProjectionRules]) => {
    // The question of `facets` without a filter, so that the answer is shared with it.
    const question = { collection: slug, names: countedFilters(rule), filter: { facets: {} }, now: context.now }
    for (const { name, value, count } of await context.finding.facets(question)) {
      const reference = referenceOf(rule, name)
      if (reference) sums.set(nameOf(reference, value), (sums.get(nameOf(reference, value)) ?? 0) + count)
    }
  }
  await Promise.all(Object.entries(rules).map(ofCollection))
  return sums
}

/**
 * Number of live documents that refer to a row of reference data by a field that lists are filtered by.
 *
 * @throws QUERY_TOO_COSTLY when the request asks for too much besides
 */
export const documentsOf = async (
  rules: Rules,
  { collection, key }: { collection: string; key: string },
  context: DeliveryContext,
): Promise<number> => {
  const counts = counted.get(context) ?? countAll(rules, context)
  counted.set(context, counts)
  return (await counts).get(nameOf(collection, key)) ?? 0
}
