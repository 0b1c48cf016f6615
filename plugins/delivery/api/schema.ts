import {
  GraphQLBoolean,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql'
import type { ReferenceCollection } from '../../publications/index.ts'
import type { ProjectionRules } from '../catalogue/project.ts'
import type { EditionRow, LogRow } from '../catalogue/read.ts'
import { badInput, type DeliveryContext, type Shown, show } from './context.ts'
import { fieldTypes } from './fieldTypes.ts'
import { type ListArgs, listDocuments, MOST_PER_PAGE, sortsOf, USUAL_PER_PAGE } from './lists.ts'
import { type RelationShown, relationsShown } from './relations.ts'

type Fields<Source> = GraphQLFieldConfigMap<Source, DeliveryContext>

const required = {
  string: new GraphQLNonNull(GraphQLString),
  int: new GraphQLNonNull(GraphQLInt),
  boolean: new GraphQLNonNull(GraphQLBoolean),
}
const listOf = (type: GraphQLObjectType) => new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)))
const MOST_LOG_ROWS = 500

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Names in the public API, from the collection's slug unless they were given. */
export const namesOf = (slug: string, rules: ProjectionRules) => {
  const single = slug.endsWith('s') ? slug.slice(0, -1) : slug
  return rules.collection.names ?? { single, list: slug, type: capitalised(single) }
}

const Edition = new GraphQLObjectType<EditionRow, DeliveryContext>({
  name: 'Edition',
  fields: {
    edition: { type: required.int },
    publishedAt: { type: required.string, resolve: (row) => row.at },
    contentHash: { type: required.string, resolve: (row) => row.hash },
    changeNote: { type: GraphQLString, resolve: (row) => row.note },
  },
})

const stateFields: Fields<Shown> = {
  id: {
    type: new GraphQLNonNull(GraphQLID),
    description: 'Stable public key',
    resolve: ({ document }) => document.state.document,
  },
  slug: { type: required.string, resolve: ({ document }) => document.state.slug },
  url: { type: required.string, description: 'Public address, a path', resolve: ({ document }) => document.state.url },
  locale: { type: required.string, description: 'Language of this answer', resolve: ({ locale }) => locale },
  availableLocales: {
    type: new GraphQLNonNull(new GraphQLList(required.string)),
    resolve: ({ document }) => document.locales,
  },
  publishedAt: {
    type: required.string,
    description: 'First public instant',
    resolve: ({ document }) => document.state.publishedAt,
  },
  updatedAt: {
    type: required.string,
    description: 'Instant of this edition',
    resolve: ({ document }) => document.state.updatedAt,
  },
  edition: { type: required.int, resolve: ({ document }) => document.state.edition },
  changeKind: {
    type: required.string,
    description: 'major, minor or correction',
    resolve: ({ document }) => document.state.changeKind,
  },
  changeNote: { type: GraphQLString, resolve: ({ document }) => document.state.changeNote },
  contentHash: { type: required.string, resolve: ({ document }) => document.state.contentHash },
  editions: {
    type: listOf(Edition),
    description: 'Latest first',
    resolve: ({ document }, _, { catalogue }) => catalogue.editions(document),
  },
}

/**
 * The public schema: types derived from the marked fields of each collection, and the fixed parts.
 *
 * @param args.references the reference data that documents name, for the labels frozen with them
 */
export const buildSchema = (args: {
  rules: Readonly<Record<string, ProjectionRules>>
  references: Record<string, ReferenceCollection>
}): GraphQLSchema => {
  const { rules, references } = args
  const types: Record<string, GraphQLObjectType> = {}
  const Document: GraphQLInterfaceType = new GraphQLInterfaceType({
    name: 'Document',
    fields: () => ({ ...(stateFields as Fields<unknown>), title: { type: GraphQLString } }),
    resolveType: ({ document }: Shown) => types[document.state.collection]!.name,
  })
  const { documentFields } = fieldTypes({ references, documentType: (slug) => types[slug]! })

  for (const [slug, rule] of Object.entries(rules)) {
    const { type } = namesOf(slug, rule)
    const { slug: _, ...shape } = rule.shape
    types[slug] = new GraphQLObjectType<Shown, DeliveryContext>({
      name: type,
      interfaces: [Document],
      fields: () => {
        const own = documentFields(type, shape, rule.collection.derived ?? {}) as Fields<Shown>
        const { relations } = rule.collection
        return {
          ...(stateFields as Fields<Shown>),
          ...own,
          ...(relations ? { [relations.field]: relationsField(type, types[slug]!) } : {}),
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
      args: listArguments(type, rule),
      resolve: (_, given, context) =>
        listDocuments({ slug, collection: rule.collection, given: given as ListArgs, context }),
    }
  }
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
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: query }),
    types: Object.values(types),
  })
}

const relationsField = (owner: string, target: GraphQLObjectType): Fields<Shown>[string] => ({
  type: listOf(
    new GraphQLObjectType<RelationShown, DeliveryContext>({
      name: `${owner}Relation`,
      fields: {
        type: { type: required.string },
        verb: { type: required.string },
        target: { type: target },
        citedAs: { type: GraphQLString },
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

const listArguments = (type: string, rule: ProjectionRules): GraphQLFieldConfigArgumentMap => ({
  filter: {
    type: new GraphQLInputObjectType({
      name: `${type}Filter`,
      fields: {
        q: { type: GraphQLString, description: 'Words, with or without their marks' },
        year: { type: GraphQLInt },
        from: { type: GraphQLString, description: 'Day, YYYY-MM-DD' },
        to: { type: GraphQLString, description: 'Day, YYYY-MM-DD' },
        ...Object.fromEntries(
          Object.keys(rule.collection.filters ?? {}).map((name) => [name, { type: GraphQLString }]),
        ),
      },
    }),
  },
  sort: {
    type: GraphQLString,
    defaultValue: '-publishedAt',
    description: `${Object.keys(sortsOf(rule.collection)).join(', ')}; with a leading - descending`,
  },
  page: { type: GraphQLInt, defaultValue: 1 },
  limit: { type: GraphQLInt, defaultValue: USUAL_PER_PAGE, description: `1 to ${MOST_PER_PAGE}` },
  after: { type: GraphQLString, description: 'endCursor of the page before, instead of page' },
  locale: { type: GraphQLString },
})

const entryType = (document: GraphQLInterfaceType) =>
  new GraphQLObjectType<LogRow, DeliveryContext>({
    name: 'Publication',
    fields: {
      seq: { type: required.int },
      kind: { type: required.string },
      url: { type: GraphQLString },
      collection: { type: required.string },
      id: { type: required.string, resolve: (row) => row.document },
      edition: { type: GraphQLInt },
      contentHash: { type: GraphQLString, resolve: (row) => row.hash },
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
