import {
  GraphQLBoolean,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLScalarType,
  GraphQLString,
} from 'graphql'
import { formatNames } from 'payload'
import { isRecord } from '../../../lib/isRecord.ts'
import type { Json, JsonObject, PublicFieldShape, PublicShape, ReferenceCollection } from '../../publications/index.ts'
import { isLong } from '../catalogue/project.ts'
import { plainText } from '../richText/plainText.ts'
import type { DatedCollection, DerivedField } from '../types.ts'
import { type DeliveryContext, type Shown, show } from './context.ts'
import { File } from './fileType.ts'
import { type ReferenceShown, referenceType } from './references.ts'
import { relationsSeen } from './relations.ts'

export const JsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'Any JSON value',
  serialize: (value) => value,
})

/** A group, with the document that contains it. */
export interface Inner {
  shown: Shown
  value: JsonObject
}

type Fields = GraphQLFieldConfigMap<unknown, DeliveryContext>
type Field = GraphQLFieldConfig<unknown, DeliveryContext>

const list = (type: GraphQLOutputType) => new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)))

const RichText = new GraphQLObjectType<JsonObject, DeliveryContext>({
  name: 'RichText',
  fields: {
    html: { type: new GraphQLNonNull(GraphQLString), description: 'Safe to insert into a page' },
    text: {
      type: new GraphQLNonNull(GraphQLString),
      description: 'The words alone, a line for each block',
      resolve: (source) => plainText((source.lexical ?? {}) as JsonObject),
    },
    json: { type: JsonScalar, description: 'The editor’s tree', resolve: (source) => source.lexical ?? null },
  },
})

/** `territories` → `Territory`, `taskGroups` → `TaskGroup`. */
const singular = (name: string) => {
  const { singular } = formatNames(name)
  return singular.charAt(0).toUpperCase() + singular.slice(1)
}

/** Whether a number fits a GraphQL Int; one out of range would fail the whole response. */
const isInt = (value: Json) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31

/** Creates GraphQL types for public fields. Use one instance per schema, because type names are unique in a schema. */
export const fieldTypes = (args: {
  references: Record<string, ReferenceCollection>
  dated: Readonly<Record<string, DatedCollection>>
  documentType: (collection: string) => GraphQLObjectType
  /** Reference collections that lists are filtered by; their rows show how many documents refer to them. */
  counted: ReadonlySet<string>
  documents: (source: ReferenceShown, context: DeliveryContext) => Promise<number>
}) => {
  const made = new Map<string, GraphQLObjectType>()
  const once = (name: string, make: () => GraphQLObjectType) => {
    const type = made.get(name) ?? make()
    made.set(name, type)
    return type
  }

  const typeOfReference = (collection: string): GraphQLObjectType =>
    once(singular(collection), () =>
      referenceType({
        name: singular(collection),
        collection,
        reference: args.references[collection]!,
        dated: args.dated[collection],
        typeOf: typeOfReference,
        documents: args.counted.has(collection) ? args.documents : undefined,
      }),
    )

  const typeOf = (owner: string, name: string, shape: PublicFieldShape, derived: Derived): GraphQLOutputType => {
    switch (shape.kind) {
      case 'number':
        return GraphQLInt
      case 'boolean':
        return new GraphQLNonNull(GraphQLBoolean)
      case 'richText':
        return RichText
      case 'file':
        return File
      case 'reference':
        return typeOfReference(shape.values![0]!)
      case 'document':
        return args.documentType(shape.values![0]!)
      case 'group': {
        const typeName = `${owner}${singular(name)}`
        return once(
          typeName,
          () => new GraphQLObjectType({ name: typeName, fields: () => groupFields(typeName, shape.of ?? {}, derived) }),
        )
      }
      default:
        return GraphQLString
    }
  }

  /** Converts a stored value to what the resolvers of its type expect. */
  const present = (
    value: Json | undefined,
    shape: PublicFieldShape,
    shown: Shown,
    context: DeliveryContext,
  ): unknown => {
    if (value === undefined || value === null) return shape.kind === 'boolean' ? false : null
    switch (shape.kind) {
      case 'number':
        return isInt(value) ? value : null
      case 'group':
        return { shown, value: value as JsonObject } satisfies Inner
      case 'reference': {
        const frozen = value as JsonObject
        const { collection, key } = frozen as { collection: string; key: string }
        return { collection, key, frozen, locale: shown.locale } satisfies ReferenceShown
      }
      case 'document': {
        const { collection, key } = value as { collection: string; key: string }
        const found = context.catalogue.byKey(collection, key, context.now)
        return found ? show(found, shown.asked) : null
      }
      default:
        return value
    }
  }

  const resolved = (
    value: Json | undefined,
    shape: PublicFieldShape,
    shown: Shown,
    context: DeliveryContext,
  ): unknown => {
    if (!shape.many) return present(value, shape, shown, context)
    const items = Array.isArray(value) ? value : []
    return items.map((item) => present(item, shape, shown, context)).filter((item) => item !== null)
  }

  const wrap = (type: GraphQLOutputType, shape: PublicFieldShape) =>
    shape.many ? list(type instanceof GraphQLNonNull ? type.ofType : type) : type

  const derivedField = (
    field: DerivedField,
    of: (source: unknown, context: DeliveryContext) => { shown: Shown; fields: JsonObject },
  ): Field => ({
    type: { String: GraphQLString, Int: GraphQLInt, Boolean: new GraphQLNonNull(GraphQLBoolean) }[field.type],
    description: field.description,
    resolve: (source, _, context) => {
      const { shown, fields } = of(source, context)
      return (
        field.derive({ fields, day: context.day, relations: (types) => relationsSeen(shown, context, types) }) ?? null
      )
    },
  })

  const groupFields = (owner: string, shape: PublicShape, derived: Derived): Fields => ({
    ...Object.fromEntries(
      Object.entries(shape).map(([name, field]): [string, Field] => [
        name,
        {
          type: wrap(typeOf(owner, name, field, {}), field),
          resolve: (source, _, context) => {
            const { shown, value } = source as Inner
            return resolved(value[name], field, shown, context)
          },
        },
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(derived).map(([name, field]): [string, Field] => [
        name,
        derivedField(field, (source) => ({ shown: (source as Inner).shown, fields: (source as Inner).value })),
      ]),
    ),
  })

  /** The public fields of a document and its derived fields. */
  const documentFields = (
    owner: string,
    shape: PublicShape,
    derived: Derived,
    credits: Record<string, string> = {},
  ): Fields => {
    const of = (source: unknown, long: boolean, context: DeliveryContext) => {
      const { document, locale } = source as Shown
      return long ? context.catalogue.long(document, locale) : context.catalogue.light(document, locale)
    }
    const inside = (name: string) =>
      Object.fromEntries(
        Object.entries(derived)
          .filter(([path]) => path.startsWith(`${name}.`))
          .map(([path, field]) => [path.slice(name.length + 1), field]),
      )
    return {
      ...Object.fromEntries(
        Object.entries(shape).map(([name, field]): [string, Field] => [
          name,
          {
            type: wrap(typeOf(owner, name, field, inside(name)), field),
            resolve: (source, _, context) => {
              const fields = of(source, isLong(field), context)
              const shown = resolved(fields[name], field, source as Shown, context)
              const credit = credits[name] === undefined ? undefined : fields[credits[name]]
              return credit && isRecord(shown) ? { ...shown, credit } : shown
            },
          },
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(derived)
          .filter(([path]) => !path.includes('.'))
          .map(([name, field]): [string, Field] => [
            name,
            derivedField(field, (source, context) => ({ shown: source as Shown, fields: of(source, false, context) })),
          ]),
      ),
    }
  }

  return { documentFields, typeOfReference }
}

type Derived = Record<string, DerivedField>
