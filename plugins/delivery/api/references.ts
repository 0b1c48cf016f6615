import {
  GraphQLBoolean,
  type GraphQLFieldConfigMap,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql'
import { type Json, type JsonObject, localise, type ReferenceCollection } from '../../publications/index.ts'
import { referencedKeys } from '../catalogue/terms.ts'
import type { DatedCollection } from '../types.ts'
import { badInput, type DeliveryContext } from './context.ts'

/** A reference row as a document refers to it. */
export interface ReferenceShown {
  collection: string
  key: string
  /** Labels frozen into the edition, in the document's locale. */
  frozen: JsonObject
  locale: string
}

type Fields = GraphQLFieldConfigMap<ReferenceShown, DeliveryContext>

/** Rows that lists within reference data show in one request; a tree that is asked for up and down doubles at each level. */
const MOST_RELATED = 10_000
const related = new WeakMap<DeliveryContext, number>()

/** @throws QUERY_TOO_COSTLY when a request has been shown too many rows */
const countRelated = (rows: number, context: DeliveryContext): void => {
  const sum = (related.get(context) ?? 0) + rows
  if (sum > MOST_RELATED)
    throw badInput(`At most ${MOST_RELATED} related rows are answered at once`, 'QUERY_TOO_COSTLY')
  related.set(context, sum)
}

/** Latest published fact or label of a row. Text is in the requested locale, or else in the default one. */
const newest = (
  source: Pick<ReferenceShown, 'collection' | 'key' | 'locale'>,
  name: string,
  context: DeliveryContext,
) => {
  const value = context.catalogue.terms.get(source.collection, source.key)?.[name]
  return value === undefined ? undefined : localise(value, source.locale, context.defaultLocale)
}

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null)

/** Current label; the frozen one if no newer label was published. */
export const labelOf = (source: ReferenceShown, name: string, context: DeliveryContext): string | null =>
  textOf(newest(source, name, context) ?? source.frozen[name])

/** Whether a row of reference data is no more on the day of the request. */
export const isDefunct = (source: ReferenceShown, { to }: DatedCollection, context: DeliveryContext): boolean => {
  const last = newest(source, to, context)
  return typeof last === 'string' && last < context.day
}

/**
 * GraphQL type of a reference collection: key, labels and, for dated rows, validity period, successors and tree.
 *
 * @param args.typeOf type of another reference collection
 * @param args.documents number of live documents that refer to a row
 * @default the type does not show it
 */
export const referenceType = (args: {
  name: string
  reference: ReferenceCollection
  collection: string
  dated: DatedCollection | undefined
  typeOf: (collection: string) => GraphQLObjectType
  documents?: (source: ReferenceShown, context: DeliveryContext) => Promise<number>
}): GraphQLObjectType => {
  const { reference, dated, typeOf, documents } = args
  const list = (): Fields[string]['type'] =>
    new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(typeOf(args.collection))))
  const day = (name: string, description: string): Fields[string] => ({
    type: GraphQLString,
    description,
    resolve: (source, _, context) => textOf(newest(source, name, context)),
  })
  const shown = (keys: string[], collection: string, { locale }: ReferenceShown, context: DeliveryContext) => {
    countRelated(keys.length, context)
    return keys.map((key): ReferenceShown => ({ collection, key, frozen: {}, locale }))
  }
  const others = (source: ReferenceShown, name: string, collection: string, context: DeliveryContext) =>
    shown(referencedKeys(newest(source, name, context)), collection, source, context)
  /** Rows of the same collection that refer to this one. */
  const inverse = (field: string, description: string): Fields[string] => ({
    type: list(),
    description,
    resolve: (source, _, context) => {
      const { collection, key } = source
      return shown(context.catalogue.terms.referring(collection, field, key), collection, source, context)
    },
  })
  const inTime = (rule: DatedCollection): Fields => ({
    validFrom: day(rule.from, 'First day, YYYY-MM-DD'),
    validTo: day(rule.to, 'Last day, YYYY-MM-DD'),
    successors: {
      type: list(),
      description: 'What took over',
      resolve: (source, _, context) => others(source, rule.successors, source.collection, context),
    },
    defunct: {
      type: new GraphQLNonNull(GraphQLBoolean),
      description: 'Whether it is no more today in Asia/Ho_Chi_Minh',
      resolve: (source, _, context) => isDefunct(source, rule, context),
    },
    predecessors: inverse(rule.successors, 'What it took over from'),
    ...Object.fromEntries(
      Object.entries(rule.links ?? {})
        .filter(([, collection]) => collection === args.collection)
        .map(([name]) => ['children', inverse(name, 'Those of which it is the parent')]),
    ),
    ...Object.fromEntries(
      Object.entries(rule.links ?? {}).map(([name, collection]): [string, Fields[string]] => [
        name,
        {
          type: typeOf(collection),
          resolve: (source, _, context) => others(source, name, collection, context)[0] ?? null,
        },
      ]),
    ),
  })
  return new GraphQLObjectType<ReferenceShown, DeliveryContext>({
    name: args.name,
    fields: () => ({
      key: { type: new GraphQLNonNull(GraphQLString), description: 'Stable key' },
      ...(reference.key === 'key'
        ? {}
        : {
            [reference.key]: {
              type: new GraphQLNonNull(GraphQLString),
              resolve: (source: ReferenceShown) => source.key,
            },
          }),
      ...Object.fromEntries(
        reference.labels.map((label): [string, Fields[string]] => [
          label,
          {
            type: GraphQLString,
            description: 'As it reads now',
            resolve: (source, _, context) => labelOf(source, label, context),
          },
        ]),
      ),
      ...(dated ? inTime(dated) : {}),
      ...(documents
        ? {
            documents: {
              type: new GraphQLNonNull(GraphQLInt),
              description: 'Live documents that refer to it',
              resolve: (source: ReferenceShown, _: unknown, context: DeliveryContext) => documents(source, context),
            },
          }
        : {}),
    }),
  })
}
