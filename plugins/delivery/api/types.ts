import { GraphQLBoolean, GraphQLInt, GraphQLList, GraphQLNonNull, type GraphQLOutputType, GraphQLString } from 'graphql'

/** Non-null types. */
export const required = {
  string: new GraphQLNonNull(GraphQLString),
  int: new GraphQLNonNull(GraphQLInt),
  boolean: new GraphQLNonNull(GraphQLBoolean),
}

/** A non-null list of non-null items. */
export const listOf = (type: GraphQLOutputType) => new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)))
