import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'

export interface GraphqlLimits {
  /** Depth of nested selections. */
  depth: number
  /** Number of aliases in the whole operation. */
  aliases: number
  /** Number of directives in the whole operation. */
  directives: number
  /** Number of fields in the whole operation; a fragment counts each time it is spread. */
  fields: number
  /** Number of root fields; each one is a separate query. */
  roots: number
}

/** Limits of one operation: its structure, the length of its text, and the size of its result. */
export interface QueryLimits extends GraphqlLimits {
  /** Maximum query length in characters. */
  characters: number
  /** Maximum number of lexical tokens. */
  tokens: number
  /** Maximum cost: the number of fields in the result, over all lists. */
  cost: number
}

export const DEFAULT_LIMITS: QueryLimits = {
  depth: 15,
  aliases: 30,
  directives: 20,
  fields: 600,
  roots: 15,
  characters: 32 * 1024,
  tokens: 4_000,
  cost: 25_000,
}

/** Rows on one page of a list or a search, and in a feed. */
export interface PageSizes {
  /** When the query names none. */
  usual: number
  /** Maximum. */
  most: number
  /** Entries of a feed. */
  feed: number
}

export const DEFAULT_PAGE_SIZES: PageSizes = { usual: 10, most: 100, feed: 50 }

/** Size of an operation. Counts are capped at a billion, because nested fragments can multiply without bound. */
export type GraphqlSize = GraphqlLimits

const CEILING = 1_000_000_000
const EMPTY: GraphqlSize = { depth: 0, aliases: 0, directives: 0, fields: 0, roots: 0 }

const sum = (...numbers: number[]) =>
  Math.min(
    CEILING,
    numbers.reduce((a, b) => a + b, 0),
  )

/**
 * Measures an operation as if its fragments were expanded, in time linear in the length of its text. A fragment cycle
 * counts as too deep.
 */
export const measure = (document: DocumentNode, operation: OperationDefinitionNode): GraphqlSize => {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  const known = new Map<string, GraphqlSize>()
  const open = new Set<string>()

  const ofFragment = (name: string): GraphqlSize => {
    const fragment = fragments.get(name)
    if (!fragment) return EMPTY
    if (open.has(name)) return { ...EMPTY, depth: CEILING }
    const found = known.get(name)
    if (found) return found
    open.add(name)
    const size = ofSelections(fragment.selectionSet)
    open.delete(name)
    known.set(name, size)
    return size
  }

  const ofSelections = (selections: SelectionSetNode): GraphqlSize => {
    let size = EMPTY
    for (const selection of selections.selections) {
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : selection.selectionSet
            ? ofSelections(selection.selectionSet)
            : EMPTY
      const isField = selection.kind === Kind.FIELD
      size = {
        depth: Math.max(size.depth, sum(inner.depth, isField ? 1 : 0)),
        aliases: sum(size.aliases, inner.aliases, isField && selection.alias ? 1 : 0),
        directives: sum(size.directives, inner.directives, selection.directives?.length ?? 0),
        fields: sum(size.fields, inner.fields, isField ? 1 : 0),
        roots: sum(size.roots, isField ? 1 : inner.roots),
      }
    }
    return size
  }

  return ofSelections(operation.selectionSet)
}

const CODES: Record<keyof GraphqlLimits, string> = {
  depth: 'QUERY_TOO_DEEP',
  aliases: 'QUERY_TOO_MANY_ALIASES',
  directives: 'QUERY_TOO_MANY_DIRECTIVES',
  fields: 'QUERY_TOO_COSTLY',
  roots: 'QUERY_TOO_COSTLY',
}

/** Error for the first limit that an operation exceeds; `undefined` when it is within all limits. */
export const exceeded = (size: GraphqlSize, limits: GraphqlLimits): GraphQLError | undefined => {
  const names = Object.keys(CODES) as (keyof GraphqlLimits)[]
  const name = names.find((each) => size[each] > limits[each])
  return (
    name && new GraphQLError(`At most ${limits[name]} ${name} are answered.`, { extensions: { code: CODES[name] } })
  )
}
