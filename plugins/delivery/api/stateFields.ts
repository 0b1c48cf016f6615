import {
  type GraphQLFieldConfigMap,
  GraphQLID,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql'
import type { PublicShape } from '../../publications/index.ts'
import type { EditionRow } from '../catalogue/editions.ts'
import type { DeliveryContext, Shown } from './context.ts'
import { fallbackFields } from './fallbackFields.ts'
import { provenanceField } from './provenance.ts'
import { listOf, required } from './types.ts'

const Edition = new GraphQLObjectType<EditionRow, DeliveryContext>({
  name: 'Edition',
  fields: {
    edition: { type: required.int },
    publishedAt: { type: required.string, resolve: (row) => row.at },
    contentHash: { type: required.string, resolve: (row) => row.hash },
    changeNote: { type: GraphQLString, resolve: (row) => row.note },
    purgedAt: { type: GraphQLString, description: 'When its content was erased; the hash stays' },
  },
})

/**
 * Publication state fields, common to all documents.
 *
 * @param shapeOf the public fields of a collection
 */
export const stateFields = (
  shapeOf: (collection: string) => PublicShape,
): GraphQLFieldConfigMap<Shown, DeliveryContext> => ({
  id: {
    type: new GraphQLNonNull(GraphQLID),
    description: 'Stable public key',
    resolve: ({ document }) => document.state.document,
  },
  collection: { type: required.string, resolve: ({ document }) => document.state.collection },
  slug: { type: required.string, resolve: ({ document }) => document.state.slug },
  url: { type: required.string, description: 'Public address, a path', resolve: ({ document }) => document.state.url },
  locale: {
    type: required.string,
    description: 'Language of this answer: the one asked for, or, where the document has no title in it, its first one',
    resolve: ({ locale }) => locale,
  },
  fallbackFields: {
    type: new GraphQLNonNull(new GraphQLList(required.string)),
    description:
      'Fields that have no text in `locale` and are answered in the first of `availableLocales`; one in a group or a ' +
      'list of groups by the names that lead to it, once for all rows: `taskGroups.body`',
    resolve: ({ document, locale }, _, { catalogue }) =>
      fallbackFields(catalogue.whole(document), shapeOf(document.state.collection), {
        locale,
        fallback: document.locales[0] ?? locale,
      }),
  },
  availableLocales: {
    type: new GraphQLNonNull(new GraphQLList(required.string)),
    description: 'Languages it has a title in, its first one first',
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
  provenance: provenanceField,
  editions: {
    type: listOf(Edition),
    description: 'Latest first',
    resolve: ({ document }, _, { catalogue }) => catalogue.editions(document),
  },
})
