import {
  type GraphQLFieldConfigMap,
  GraphQLID,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql'
import type { ReferenceCollection } from '../../publications/index.ts'
import type { ProjectionRules } from '../catalogue/project.ts'
import type { LogRow } from '../readCatalogue.ts'
import type { DatedCollection } from '../types.ts'
import { badInput, type DeliveryContext, type Shown, show } from './context.ts'
import { documentsOf } from './documentCounts.ts'
import { anyFilter, facetsField } from './facets.ts'
import { fieldTypes } from './fieldTypes.ts'
import { countedFilters, datedFilters, referenceOf } from './filters.ts'
import { jsonLdField } from './jsonLd.ts'
import type { PageSizes } from './limits.ts'
import { listArguments } from './listArguments.ts'
import { type ListArgs, listDocuments } from './lists.ts'
import { listName, referenceList } from './referenceLists.ts'
import { type RelationShown, relationsShown } from './relations.ts'
import { removedField } from './removed.ts'
import { searchField } from './search.ts'
import { siteField, visitStatsField } from './site.ts'
import { stateFields } from './stateFields.ts'
import { listOf, required } from './types.ts'

type Fields<Source> = GraphQLFieldConfigMap<Source, DeliveryContext>

const MOST_LOG_ROWS = 500

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Names in the public API; derived from the slug unless configured. */
export const namesOf = (slug: string, rules: ProjectionRules) => {
  const single = slug.endsWith('s') ? slug.slice(0, -1) : slug
  return rules.collection.names ?? { single, list: slug, type: capitalised(single) }
}

/**
 * Builds the public schema: types derived from the public fields of each collection, and fixed types.
 *
 * @param args.references reference collections that documents refer to; they define the frozen labels
 */
export const buildSchema = (args: {
  rules: Readonly<Record<string, ProjectionRules>>
  references: Record<string, ReferenceCollection>
  /** Reference collections whose rows have a validity period. */
  dated: Readonly<Record<string, DatedCollection>>
  pageSizes: PageSizes
}): GraphQLSchema => {
  const { rules, references, dated, pageSizes } = args
  const types: Record<string, GraphQLObjectType> = {}
  const state = stateFields((slug) => rules[slug]!.shape)
  const Document: GraphQLInterfaceType = new GraphQLInterfaceType({
    name: 'Document',
    fields: () => ({
      ...(state as Fields<unknown>),
      title: { type: GraphQLString },
      ...shared(Object.values(types)),
    }),
    resolveType: ({ document }: Shown) => types[document.state.collection]!.name,
  })
  const filtered = new Set(
    Object.values(rules)
      .flatMap((rule) => countedFilters(rule).map((name) => referenceOf(rule, name)))
      .filter((collection) => collection !== undefined),
  )
  const { documentFields, typeOfReference } = fieldTypes({
    references,
    dated,
    documentType: (slug) => types[slug]!,
    counted: filtered,
    documents: (source, context) => documentsOf(rules, source, context),
  })

  for (const [slug, rule] of Object.entries(rules)) {
    const { type } = namesOf(slug, rule)
    const { slug: _, ...shape } = rule.shape
    types[slug] = new GraphQLObjectType<Shown, DeliveryContext>({
      name: type,
      interfaces: [Document],
      fields: () => {
        const own = documentFields(type, shape, rule.collection.derived ?? {}, rule.collection.credits) as Fields<Shown>
        const { relations } = rule.collection
        return {
          ...(state as Fields<Shown>),
          ...own,
          ...(relations ? { [relations.field]: relationsField(type, types[slug]!) } : {}),
          ...(rule.collection.jsonLd ? { jsonLd: jsonLdField(rule.collection.jsonLd) } : {}),
        }
      },
    })
  }

  const query: Fields<unknown> = {}
  for (const [slug, rule] of Object.entries(rules)) {
    const { single, list, type } = namesOf(slug, rule)
    query[single] = {
      type: types[slug]!,
      description: 'By stable key, slug or address; null when there is none or it is not public (any more)',
      args: {
        id: { type: GraphQLID },
        slug: { type: GraphQLString },
        url: { type: GraphQLString },
        locale: { type: GraphQLString },
      },
      resolve: (_, given, context) => {
        const { id, slug: asked, url, locale } = given as Record<string, string | null | undefined>
        if ([id, asked, url].filter((one) => typeof one === 'string').length !== 1)
          throw badInput('Name the document by one of id, slug, url')
        const found =
          typeof id === 'string'
            ? context.catalogue.byKey(slug, id, context.now)
            : context.catalogue.byAddress(
                slug,
                typeof asked === 'string' ? { slug: asked } : { url: url! },
                context.now,
              )
        return found ? show(found, locale ?? context.defaultLocale) : null
      },
    }
    query[list] = {
      type: new GraphQLNonNull(pageType(type, types[slug]!)),
      args: listArguments({ type, rule, hasPast: datedFilters(rule, dated).length > 0, pageSizes }),
      resolve: (_, given, context) => listDocuments({ slug, rule, given: given as ListArgs, context }),
    }
  }
  for (const collection of filtered)
    query[listName(collection)] = referenceList({
      collection,
      reference: references[collection]!,
      dated: dated[collection],
      type: typeOfReference(collection),
    })
  query.publications = {
    type: listOf(entryType(Document)),
    description: 'What was done before the public, in order; follow it with the last seq you have',
    args: { after: { type: GraphQLInt, defaultValue: 0 }, limit: { type: GraphQLInt, defaultValue: 100 } },
    resolve: (_, { after, limit }, { catalogue }) => {
      if (limit < 1 || limit > MOST_LOG_ROWS) throw badInput(`"limit" is 1 to ${MOST_LOG_ROWS}`)
      if (after < 0) throw badInput('"after" is a seq, 0 for the beginning')
      return catalogue.log(after, limit)
    },
  }
  const filter = anyFilter(rules, dated)
  query.search = searchField({ rules, references, filter, document: Document, pageSizes })
  query.facets = facetsField({ rules, references, filter })
  query.removed = removedField
  query.site = siteField(rules)
  query.visitStats = visitStatsField
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: query }),
    types: Object.values(types),
  })
}

/**
 * Fields that all document types share with the same type. They form an interface, so one query can select them across
 * collections.
 */
const shared = ([first, ...others]: GraphQLObjectType[]): Fields<unknown> =>
  Object.fromEntries(
    Object.entries(first?.getFields() ?? {})
      .filter(([name, field]) => others.every((type) => String(type.getFields()[name]?.type) === String(field.type)))
      .map(([name, field]) => [name, { type: field.type, description: field.description }]),
  )

const relationsField = (owner: string, target: GraphQLObjectType): Fields<Shown>[string] => ({
  type: listOf(
    new GraphQLObjectType<RelationShown, DeliveryContext>({
      name: `${owner}Relation`,
      fields: {
        type: { type: required.string },
        verb: { type: required.string },
        target: { type: target },
        citedAs: { type: GraphQLString },
        scope: { type: GraphQLString, description: 'The part that it affects, in words; null for the whole document' },
      },
    }),
  ),
  description: 'Relations both ways, among what is public',
  resolve: (shown, _, context) => relationsShown(shown, context),
})

const pageType = (type: string, document: GraphQLObjectType) =>
  new GraphQLObjectType({
    name: `${type}Page`,
    fields: {
      docs: { type: listOf(document) },
      totalDocs: { type: required.int },
      page: { type: GraphQLInt, description: 'null after a cursor' },
      totalPages: { type: required.int },
      limit: { type: required.int },
      hasNextPage: { type: required.boolean },
      hasPrevPage: { type: required.boolean },
      endCursor: { type: GraphQLString },
    },
  })

const entryType = (document: GraphQLInterfaceType) =>
  new GraphQLObjectType<LogRow, DeliveryContext>({
    name: 'Publication',
    fields: {
      seq: { type: required.int },
      kind: {
        type: required.string,
        description:
          'published, corrected, withdrawn, restored, expired, redirected, ratified: a second person confirmed what had ' +
          'been done urgently, purged: the content of an earlier edition was erased (erase your copy too), or term: a change of reference data',
      },
      url: { type: GraphQLString, description: 'null for reference data', resolve: (row) => row.url || null },
      collection: { type: required.string },
      id: { type: required.string, resolve: (row) => row.document },
      edition: { type: GraphQLInt },
      contentHash: { type: GraphQLString, resolve: (row) => row.hash || null },
      at: { type: required.string },
      changeNote: { type: GraphQLString, resolve: (row) => row.note },
      content: {
        type: document,
        description: 'Only while this very edition is live',
        resolve: (row, _, { catalogue, now, defaultLocale }) => {
          const found = catalogue.byKey(row.collection, row.document, now)
          return found?.state.contentHash === row.hash && found.state.edition === row.edition
            ? show(found, defaultLocale)
            : null
        },
      },
    },
  })
