import {
  type GraphQLFieldConfig,
  GraphQLFloat,
  type GraphQLInputObjectType,
  GraphQLInt,
  type GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql'
import type { Json, JsonObject, PublicFieldShape, ReferenceCollection } from '../../publications/index.ts'
import type { ProjectionRules } from '../catalogue/project.ts'
import { plainText } from '../richText/plainText.ts'
import { highlight } from '../search/highlight.ts'
import type { SearchResult } from '../search/searcher.ts'
import { writtenIn } from '../search/writtenIn.ts'
import { badInput, type DeliveryContext, type Shown, show } from './context.ts'
import { countExpensive, Facet, showFacets } from './facets.ts'
import { countedFilters, filterOf } from './filters.ts'
import type { PageSizes } from './limits.ts'
import { limitArgument } from './listArguments.ts'
import { pageOf } from './lists.ts'
import { listOf, required } from './types.ts'

type Rules = Readonly<Record<string, ProjectionRules>>

interface Hit {
  shown: Shown
  score: number
  result: SearchResult
}

interface SearchPage {
  hits: Hit[]
  result: SearchResult
  rules: Rules
  locale: string
  page: number
  limit: number
}

const MOST_TYPED = 1_000
const MOST_HIGHLIGHTS = 3

const textsOf = (value: Json | undefined, field: PublicFieldShape): string => {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map((one) => textsOf(one, field)).join(' ')
  if (field.kind === 'text') return String(value)
  if (typeof value !== 'object') return ''
  if (field.kind === 'richText') return plainText((value.lexical ?? {}) as JsonObject)
  if (field.kind !== 'group') return ''
  return Object.entries(field.of ?? {})
    .map(([name, inner]) => textsOf(value[name], inner))
    .join(' ')
}

/** Fields whose whole text is shown, with or without a match. Other fields show only the best snippet. */
const isShort = (name: string, rule: ProjectionRules) =>
  name === 'title' ||
  Object.values(rule.collection.filters ?? {}).some((filter) => filter.as === 'number' && filter.fields.includes(name))

const highlightsOf = ({ shown, result }: Hit, rules: Rules, context: DeliveryContext) => {
  const { document, locale } = shown
  const rule = rules[document.state.collection]!
  const fields = { ...context.catalogue.light(document, locale), ...context.catalogue.long(document, locale) }
  const found: { field: string; html: string }[] = []
  const entries = Object.entries(rule.shape)
  const inOrder = [
    ...entries.filter(([name]) => isShort(name, rule)),
    ...entries.filter(([name]) => !isShort(name, rule)),
  ]
  for (const [name, field] of inOrder) {
    if (found.length === MOST_HIGHLIGHTS) break
    if (name === 'slug' || !(field.kind === 'text' || field.kind === 'richText' || field.kind === 'group')) continue
    const html = highlight({ text: textsOf(fields[name], field), parts: result.parts, whole: isShort(name, rule) })
    if (html) found.push({ field: name, html })
  }
  return found
}

/**
 * `search(q, collections, filter, page, limit, locale)`: full-text search over titles, numbers, summaries and bodies of
 * all collections.
 */
export const searchField = (args: {
  rules: Rules
  references: Record<string, ReferenceCollection>
  filter: GraphQLInputObjectType
  document: GraphQLInterfaceType
  pageSizes: PageSizes
}): GraphQLFieldConfig<unknown, DeliveryContext> => {
  const Highlight = new GraphQLObjectType({
    name: 'Highlight',
    fields: {
      field: { type: required.string, description: 'Name of the field' },
      html: {
        type: required.string,
        description: 'Safe to insert into a page: escaped text, what answers inside <mark>',
      },
    },
  })
  const SearchHit = new GraphQLObjectType<Hit, DeliveryContext>({
    name: 'SearchHit',
    fields: {
      document: { type: new GraphQLNonNull(args.document), resolve: (hit) => hit.shown },
      score: { type: new GraphQLNonNull(GraphQLFloat), description: 'For comparing within one answer only' },
      highlights: { type: listOf(Highlight), resolve: (hit, _, context) => highlightsOf(hit, args.rules, context) },
    },
  })
  const SearchResults = new GraphQLObjectType<SearchPage, DeliveryContext>({
    name: 'SearchResults',
    fields: {
      docs: {
        type: listOf(args.document),
        description: 'Best first',
        resolve: ({ hits }) => hits.map((hit) => hit.shown),
      },
      hits: { type: listOf(SearchHit), description: 'The same documents with what answered in them' },
      loose: {
        type: required.boolean,
        description: 'Whether little or nothing held all the words, so that documents with some of them follow',
        resolve: ({ result }) => result.loose,
      },
      facets: {
        type: listOf(Facet),
        description: 'Counts among all documents found',
        resolve: async ({ result, rules, locale }, _, context) =>
          showFacets({
            counts: await context.finding.facetsAmong({
              ids: result.ranked.map(({ id }) => id),
              collections: Object.keys(rules),
              names: [...new Set(Object.values(rules).flatMap(countedFilters))],
            }),
            rules,
            references: args.references,
            locale,
            context,
          }),
      },
      totalDocs: {
        type: required.int,
        description: 'How many there are, counted up to 10000; the best 1000 can be read page by page',
        resolve: ({ result }) => result.total,
      },
      page: { type: required.int },
      totalPages: { type: required.int, resolve: ({ result, limit }) => Math.ceil(result.ranked.length / limit) },
      limit: { type: required.int },
      hasNextPage: {
        type: required.boolean,
        resolve: ({ result, page, limit }) => page * limit < result.ranked.length,
      },
      hasPrevPage: { type: required.boolean, resolve: ({ page }) => page > 1 },
    },
  })
  return {
    type: new GraphQLNonNull(SearchResults),
    description: 'Everyday words, with or without marks, abbreviations, printed numbers in any spelling',
    args: {
      q: { type: required.string },
      collections: {
        type: new GraphQLList(required.string),
        description: `Some of ${Object.keys(args.rules).join(', ')}; all when left out`,
      },
      filter: { type: args.filter },
      page: { type: GraphQLInt, defaultValue: 1 },
      limit: limitArgument(args.pageSizes),
      locale: {
        type: GraphQLString,
        description: 'When left out, the language of the writing of `q`, as Khmer tells; else the default one',
      },
    },
    resolve: async (_, given, context): Promise<SearchPage> => {
      const asked = given as {
        q: string
        collections?: string[] | null
        filter?: object | null
        page?: number | null
        limit?: number | null
        locale?: string | null
      }
      const { page, limit } = pageOf(asked, context.pageSizes)
      if (asked.q.length > MOST_TYPED) throw badInput(`"q" has at most ${MOST_TYPED} characters`)
      const slugs = asked.collections?.length ? [...new Set(asked.collections)] : Object.keys(args.rules)
      const unknown = slugs.find((slug) => !Object.hasOwn(args.rules, slug))
      if (unknown !== undefined) throw badInput(`"collections" are some of: ${Object.keys(args.rules).join(', ')}`)
      countExpensive(context)
      const rules = Object.fromEntries(slugs.map((slug) => [slug, args.rules[slug]!]))
      const filter = filterOf({ ...asked.filter }, Object.values(rules), context)
      const result: SearchResult = filter
        ? await context.finding.search({ q: asked.q, collections: slugs, filter, now: context.now })
        : { ranked: [], total: 0, loose: false, parts: [] }
      const locale = asked.locale ?? writtenIn(asked.q) ?? context.defaultLocale
      const hits = result.ranked.slice((page - 1) * limit, page * limit).flatMap(({ id, score }): Hit[] => {
        const document = context.catalogue.byId(id)
        return document ? [{ shown: show(document, locale), score, result }] : []
      })
      return { hits, result, rules, locale, page, limit }
    },
  }
}
