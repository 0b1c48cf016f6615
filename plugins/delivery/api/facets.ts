import { type GraphQLFieldConfig, GraphQLInputObjectType, GraphQLObjectType, GraphQLString } from 'graphql'
import type { JsonObject, ReferenceCollection } from '../../publications/index.ts'
import type { ProjectionRules } from '../catalogue/project.ts'
import type { FacetCount } from '../search/facetCounts.ts'
import { badInput, type DeliveryContext } from './context.ts'
import { countedFilters, datedFilters, filterOf, referenceOf } from './filters.ts'
import { filterFields } from './listArguments.ts'
import { labelOf } from './references.ts'
import { listOf, required } from './types.ts'

type Rules = Readonly<Record<string, ProjectionRules>>

/** A facet with display labels for its values. */
export interface FacetShown {
  name: string
  values: { value: string; label: string; count: number }[]
}

/** Label frozen into a live edition; the fallback for values without published reference data. */
const frozenLabels = (
  collection: string,
  rule: ProjectionRules,
  count: FacetCount,
  locale: string,
  context: DeliveryContext,
): JsonObject => {
  const id = context.catalogue.census.example(collection, count.name, count.value)
  const document = id === undefined ? undefined : context.catalogue.byId(id)
  if (!document) return {}
  const own = document.locales.includes(locale) ? locale : (document.locales[0] ?? locale)
  const fields = context.catalogue.light(document, own)
  const references = (rule.collection.filters?.[count.name]?.fields ?? []).flatMap((field) => fields[field] ?? [])
  return (references.find((one) => (one as JsonObject | null)?.key === count.value) ?? {}) as JsonObject
}

/** Name of a language in the locale of the response. A code that is not a language is returned unchanged. */
export const languageName = (code: string, locale: string): string => {
  try {
    return new Intl.DisplayNames([locale, 'vi'], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

/** Adds display labels to facet counts and sorts them in the order of the filters. */
export const showFacets = (args: {
  counts: readonly FacetCount[]
  rules: Rules
  references: Record<string, ReferenceCollection>
  locale: string
  context: DeliveryContext
}): FacetShown[] => {
  const { counts, rules, references, locale, context } = args
  const label = (count: FacetCount): string => {
    if (count.name === 'language') return languageName(count.value, locale)
    for (const [slug, rule] of Object.entries(rules)) {
      const collection = referenceOf(rule, count.name)
      const name = collection && references[collection]?.labels[0]
      if (!name) continue
      const source = { collection, key: count.value, locale, frozen: {} }
      const found =
        labelOf(source, name, context) ??
        labelOf({ ...source, frozen: frozenLabels(slug, rule, count, locale, context) }, name, context)
      if (found) return found
    }
    return count.value
  }
  const names = [...new Set(Object.values(rules).flatMap(countedFilters))]
  return names.map((name) => ({
    name,
    values: counts
      .filter((count) => count.name === name)
      .map((count) => ({ value: count.value, label: label(count), count: count.count })),
  }))
}

export const Facet = new GraphQLObjectType<FacetShown, DeliveryContext>({
  name: 'Facet',
  fields: {
    name: { type: required.string, description: 'Name of the filter that takes its values' },
    values: {
      description: 'Most documents first',
      type: listOf(
        new GraphQLObjectType({
          name: 'FacetValue',
          fields: {
            value: { type: required.string },
            label: { type: required.string, description: 'As it reads now, in the language asked for' },
            count: { type: required.int, description: 'Live documents' },
          },
        }),
      ),
    },
  },
})

/** Input type that merges the filters of all collections. */
export const anyFilter = (rules: Rules, dated: Readonly<Record<string, unknown>>) =>
  new GraphQLInputObjectType({
    name: 'AnyFilter',
    description: 'The filters of all collections; one that a collection does not have matches nothing of it',
    fields: Object.assign(
      {},
      ...Object.values(rules).map((rule) => filterFields(rule, datedFilters(rule, dated).length > 0)),
    ),
  })

/** Maximum number of expensive fields in one request; each may scan every document. */
const MOST_EXPENSIVE = 4
const counted = new WeakMap<DeliveryContext, number>()

/**
 * Counts an expensive field of a request.
 *
 * @throws QUERY_TOO_COSTLY beyond the fourth
 */
export const countExpensive = (context: DeliveryContext): void => {
  const before = counted.get(context) ?? 0
  if (before >= MOST_EXPENSIVE)
    throw badInput(`At most ${MOST_EXPENSIVE} of search and facets are answered at once`, 'QUERY_TOO_COSTLY')
  counted.set(context, before + 1)
}
/** `facets(collection, filter)` */
export const facetsField = (args: {
  rules: Rules
  references: Record<string, ReferenceCollection>
  filter: GraphQLInputObjectType
}): GraphQLFieldConfig<unknown, DeliveryContext> => ({
  type: listOf(Facet),
  description: 'How many live documents of a collection have each value of its filters',
  args: {
    collection: { type: required.string },
    filter: { type: args.filter },
    locale: { type: GraphQLString },
  },
  resolve: async (_, given, context) => {
    const { collection, filter, locale } = given as { collection: string; filter?: object; locale?: string }
    if (!Object.hasOwn(args.rules, collection))
      throw badInput(`"collection" is one of: ${Object.keys(args.rules).join(', ')}`)
    countExpensive(context)
    const rule = args.rules[collection]!
    const wanted = filterOf({ ...filter }, [rule], context)
    const counts = wanted
      ? await context.finding.facets({ collection, names: countedFilters(rule), filter: wanted, now: context.now })
      : []
    return showFacets({
      counts,
      rules: { [collection]: rule },
      references: args.references,
      locale: locale ?? context.defaultLocale,
      context,
    })
  },
})
