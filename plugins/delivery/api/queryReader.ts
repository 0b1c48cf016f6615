import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import { boundedCache } from '../boundedCache.ts'
import { badInput } from './context.ts'
import { exceeded, measure, type QueryLimits } from './limits.ts'

const DOCUMENTS_BYTES = 16 * 1024 * 1024
/** Estimated memory of a parsed document, in bytes per character of its source. */
const PARSED_BYTES = 40
const MOST_ERRORS = 5

/**
 * Parses queries, compares them with the limits and validates them. Keeps the documents of those that are sound.
 *
 * @returns the document of a query, or its errors; what exceeds a limit of ours has a code of its own
 */
export const queryReader = ({ schema, limits }: { schema: GraphQLSchema; limits: QueryLimits }) => {
  const documents = boundedCache<DocumentNode>(DOCUMENTS_BYTES)
  return (query: string): DocumentNode | readonly GraphQLError[] => {
    const known = documents.get(query)
    if (known) return known
    let document: DocumentNode
    try {
      document = parse(query, { maxTokens: limits.tokens, noLocation: true })
    } catch (error) {
      const { message } = error as GraphQLError
      // graphql 16 gives its own limit no code; the words are its own.
      if (/more tha[tn] \d+ tokens/.test(message))
        return [badInput(`A query has at most ${limits.tokens} tokens.`, 'QUERY_TOO_LARGE')]
      return [error as GraphQLError]
    }
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue
      const tooMuch = exceeded(measure(document, definition), limits)
      if (tooMuch) return [tooMuch]
    }
    const errors = validate(schema, document, specifiedRules, { maxErrors: MOST_ERRORS })
    if (errors.length) return errors
    documents.set(query, document, query.length * PARSED_BYTES)
    return document
  }
}
