import { isIsoDay } from '../../../lib/text/dates.ts'
import type { ListFilter } from '../catalogue/list.ts'
import type { ProjectionRules } from '../catalogue/project.ts'
import { numberKey } from '../catalogue/searchText.ts'
import { badInput, type DeliveryContext } from './context.ts'

/** Reference collection that a filter's values are keys of; `undefined` if they are not reference keys. */
export const referenceOf = (rule: ProjectionRules, filter: string): string | undefined => {
  const field = rule.collection.filters?.[filter]?.fields[0]
  const shape = field === undefined ? undefined : rule.shape[field]
  return shape?.kind === 'reference' ? shape.values?.[0] : undefined
}

/** Filters with facet counts: all except printed numbers, which are unique to each document. */
export const countedFilters = (rule: ProjectionRules): string[] => [
  ...Object.entries(rule.collection.filters ?? {})
    .filter(([, filter]) => filter.as !== 'number')
    .map(([name]) => name),
  'year',
  'language',
]

/** Filters by reference data whose rows can have predecessors. */
export const datedFilters = (rule: ProjectionRules, dated: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(rule.collection.filters ?? {}).filter((name) => Object.hasOwn(dated, referenceOf(rule, name) ?? ''))

/**
 * Translates a requested filter into a catalogue filter.
 *
 * @returns `undefined` when it cannot match anything
 * @throws BAD_USER_INPUT for an invalid date
 */
export const filterOf = (
  given: Readonly<Record<string, unknown>>,
  rules: readonly ProjectionRules[],
  context: DeliveryContext,
): ListFilter | undefined => {
  const { includePredecessors, ...wanted } = given
  const filter: ListFilter = { facets: {} }
  for (const [name, value] of Object.entries(wanted)) {
    if (value === null || value === undefined || value === '') continue
    const text = String(value)
    if (name === 'q') {
      // The text contains only punctuation, so nothing can match it.
      filter.match = context.catalogue.finder.match(text)
      if (!filter.match) return undefined
    } else if (name === 'from' || name === 'to') {
      if (!isIsoDay(text)) throw badInput(`"${name}" is a day such as 2024-05-08`)
      filter[name] = text
    } else if (rules.some((rule) => rule.collection.filters?.[name]?.as === 'number')) {
      filter.facets[name] = numberKey(text)
    } else {
      const references = new Set(rules.map((rule) => referenceOf(rule, name)).filter((one) => one !== undefined))
      const before = includePredecessors
        ? [...references].flatMap((collection) => context.catalogue.terms.predecessors(collection, text))
        : []
      filter.facets[name] = before.length ? [text, ...before] : text
    }
  }
  return filter
}
