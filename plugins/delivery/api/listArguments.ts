import {
  type GraphQLArgumentConfig,
  GraphQLBoolean,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLInputFieldConfigMap,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLString,
} from 'graphql'
import type { ProjectionRules } from '../catalogue/project.ts'
import type { PageSizes } from './limits.ts'
import { sortsOf, USUAL_SORT } from './lists.ts'

/**
 * Filter fields of a collection.
 *
 * @param hasPast whether some of them refer to reference data that can have predecessors
 */
export const filterFields = (rule: ProjectionRules, hasPast: boolean): GraphQLInputFieldConfigMap => ({
  q: { type: GraphQLString, description: 'Words, with or without their marks' },
  year: { type: GraphQLInt },
  from: { type: GraphQLString, description: 'Day, YYYY-MM-DD' },
  to: { type: GraphQLString, description: 'Day, YYYY-MM-DD' },
  language: { type: GraphQLString, description: 'Only what is written in this language, such as km' },
  ...(hasPast
    ? {
        includePredecessors: {
          type: GraphQLBoolean,
          description: 'With a body or a place, what was merged into it counts too',
        },
      }
    : {}),
  ...Object.fromEntries(Object.keys(rule.collection.filters ?? {}).map((name) => [name, { type: GraphQLString }])),
})

/** The argument that says how many rows a page has. */
export const limitArgument = ({ usual, most }: PageSizes): GraphQLArgumentConfig => ({
  type: GraphQLInt,
  defaultValue: usual,
  description: `1 to ${most}`,
})

/** Arguments of a list field. */
export const listArguments = (args: {
  type: string
  rule: ProjectionRules
  hasPast: boolean
  pageSizes: PageSizes
}): GraphQLFieldConfigArgumentMap => {
  const { type, rule, hasPast, pageSizes } = args
  return {
    filter: {
      type: new GraphQLInputObjectType({ name: `${type}Filter`, fields: filterFields(rule, hasPast) }),
    },
    sort: {
      type: GraphQLString,
      defaultValue: USUAL_SORT,
      description: `${Object.keys(sortsOf(rule.collection)).join(', ')}; with a leading - descending${
        rule.collection.pinned ? `; by ${USUAL_SORT} what is pinned stands first` : ''
      }`,
    },
    page: { type: GraphQLInt, defaultValue: 1 },
    limit: limitArgument(pageSizes),
    after: { type: GraphQLString, description: 'endCursor of the page before, instead of page' },
    locale: { type: GraphQLString },
  }
}
