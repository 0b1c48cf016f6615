import {
  GraphQLBoolean,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLInputFieldConfigMap,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLString,
} from 'graphql'
import type { ProjectionRules } from '../catalogue/project.ts'
import { MOST_PER_PAGE, sortsOf, USUAL_PER_PAGE, USUAL_SORT } from './lists.ts'

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

/** Arguments of a list field. */
export const listArguments = (
  type: string,
  rule: ProjectionRules,
  hasPast: boolean,
): GraphQLFieldConfigArgumentMap => ({
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
  limit: { type: GraphQLInt, defaultValue: USUAL_PER_PAGE, description: `1 to ${MOST_PER_PAGE}` },
  after: { type: GraphQLString, description: 'endCursor of the page before, instead of page' },
  locale: { type: GraphQLString },
})
