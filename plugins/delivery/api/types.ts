import { GraphQLBoolean, GraphQLInt, GraphQLList, GraphQLNonNull, type GraphQLOutputType, GraphQLString } from 'graphql'

/** Types that must hold a value. */
export const required = {
  string: new GraphQLNonNull(GraphQLString),
  int: new GraphQLNonNull(GraphQLInt),
  boolean: new GraphQLNonNull(GraphQLBoolean),
}

/** A list without holes. */
export const listOf = (type: GraphQLOutputType) => new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)))
