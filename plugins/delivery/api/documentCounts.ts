import type { ProjectionRules } from '../catalogue/project.ts'
import type { DeliveryContext } from './context.ts'
import { countExpensive } from './facets.ts'
import { countedFilters, referenceOf } from './filters.ts'

type Rules = Readonly<Record<string, ProjectionRules>>

/** All reference data of a province many times over. */
const MOST_VALUES = 20_000

/** Once for a request, however many rows show their counts. */
const counted = new WeakMap<DeliveryContext, Promise<Map<string, number>>>()

const nameOf = (collection: string, key: string) => `${collection}/${key}`

const countAll = async (rules: Rules, context: DeliveryContext): Promise<Map<string, number>> => {
  countExpensive(context)
  const sums = new Map<string, number>()
  const ofCollection = async ([slug, rule]: [string, ProjectionRules]) => {
    const names = countedFilters(rule).filter((name) => referenceOf(rule, name))
    const question = { collection: slug, names, filter: { facets: {} }, now: context.now, most: MOST_VALUES }
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
