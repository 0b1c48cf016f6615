import {
  GraphQLBoolean,
  type GraphQLFieldConfigMap,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql'
import { type Json, type JsonObject, localise, type ReferenceCollection } from '../../publications/index.ts'
import { referencedKeys } from '../catalogue/terms.ts'
import type { DatedCollection } from '../types.ts'
import type { DeliveryContext } from './context.ts'

/** A reference row as a document refers to it. */
export interface ReferenceShown {
  collection: string
  key: string
  /** Labels frozen into the edition, in the document's locale. */
  frozen: JsonObject
  locale: string
}

type Fields = GraphQLFieldConfigMap<ReferenceShown, DeliveryContext>

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

/**
 * GraphQL type of a reference collection: key, labels and, for dated rows, validity period and successors.
 *
 * @param args.typeOf type of another reference collection
 */
export const referenceType = (args: {
  name: string
  reference: ReferenceCollection
  collection: string
  dated: DatedCollection | undefined
  typeOf: (collection: string) => GraphQLObjectType
}): GraphQLObjectType => {
  const { reference, dated, typeOf } = args
  const day = (name: string, description: string): Fields[string] => ({
    type: GraphQLString,
    description,
    resolve: (source, _, context) => textOf(newest(source, name, context)),
  })
  const others = (source: ReferenceShown, name: string, collection: string, context: DeliveryContext) =>
    referencedKeys(newest(source, name, context)).map(
      (key): ReferenceShown => ({ collection, key, frozen: {}, locale: source.locale }),
    )
  const inTime = (rule: DatedCollection): Fields => ({
    validFrom: day(rule.from, 'First day, YYYY-MM-DD'),
    validTo: day(rule.to, 'Last day, YYYY-MM-DD'),
    successors: {
      type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(typeOf(args.collection)))),
      description: 'What took over',
      resolve: (source, _, context) => others(source, rule.successors, source.collection, context),
    },
    defunct: {
      type: new GraphQLNonNull(GraphQLBoolean),
      description: 'Whether it is no more today in Asia/Ho_Chi_Minh',
      resolve: (source, _, context) => {
        const last = newest(source, rule.to, context)
        return typeof last === 'string' && last < context.day
      },
    },
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
    }),
  })
}
