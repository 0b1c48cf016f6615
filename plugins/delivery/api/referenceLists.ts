import {
  GraphQLBoolean,
  type GraphQLFieldConfig,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLObjectType,
  GraphQLString,
} from 'graphql'
import { formatNames } from 'payload'
import type { ReferenceCollection } from '../../publications/index.ts'
import type { DatedCollection } from '../types.ts'
import { badInput, type DeliveryContext } from './context.ts'
import { isDefunct, labelOf, type ReferenceShown } from './references.ts'
import { listOf } from './types.ts'

/** Rows of a list without a limit; the bodies and places of a province fit. */
const USUAL_ROWS = 300
const MOST_ROWS = 1_000

interface Given {
  keys?: string[] | null
  defunct?: boolean | null
  page?: number | null
  limit?: number | null
  locale?: string | null
}

/** Name of the root list of a reference collection: `document-types` → `documentTypes`. */
export const listName = (collection: string): string => {
  const { plural } = formatNames(collection)
  return plural.charAt(0).toLowerCase() + plural.slice(1)
}

/**
 * A list of a reference collection: all rows that were published, by their label in the alphabet of the language.
 *
 * @param args.dated its rows have a validity period, and the list can be narrowed by it
 */
export const referenceList = (args: {
  collection: string
  reference: ReferenceCollection
  dated: DatedCollection | undefined
  type: GraphQLObjectType
}): GraphQLFieldConfig<unknown, DeliveryContext> => {
  const { collection, reference, dated, type } = args
  const [label] = reference.labels
  return {
    type: listOf(type),
    description: 'Reference data as it reads now, in the order of the alphabet',
    args: {
      keys: { type: new GraphQLList(new GraphQLNonNull(GraphQLString)), description: 'Only these' },
      ...(dated
        ? {
            defunct: { type: GraphQLBoolean, description: 'Only those that are no more today, or only those that are' },
          }
        : {}),
      page: { type: GraphQLInt, defaultValue: 1 },
      limit: { type: GraphQLInt, defaultValue: USUAL_ROWS, description: `1 to ${MOST_ROWS}` },
      locale: { type: GraphQLString },
    },
    resolve: (_, given, context) => {
      const { keys, defunct, locale, ...asked } = given as Given
      const limit = asked.limit ?? USUAL_ROWS
      const page = asked.page ?? 1
      if (limit < 1 || limit > MOST_ROWS) throw badInput(`"limit" is 1 to ${MOST_ROWS}`)
      if (page < 1) throw badInput('"page" is 1 or more')
      const only = keys && new Set(keys)
      const shown = context.catalogue.terms
        .keys(collection)
        .filter((key) => !only || only.has(key))
        .map((key): ReferenceShown => ({ collection, key, frozen: {}, locale: locale ?? context.defaultLocale }))
        .filter((row) => typeof defunct !== 'boolean' || !dated || isDefunct(row, dated, context) === defunct)
        .map((row) => ({ row, name: (label && labelOf(row, label, context)) ?? row.key }))
      const known = context.locales.find((one) => one === locale) ?? context.defaultLocale
      const { compare } = new Intl.Collator(known, { numeric: true })
      shown.sort((one, other) => compare(one.name, other.name))
      return shown.slice((page - 1) * limit, page * limit).map(({ row }) => row)
    },
  }
}
