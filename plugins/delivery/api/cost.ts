import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql'

/** Assumed number of rows in a list without a `limit`. */
const USUAL_ROWS = 10

type AnyField = GraphQLField<unknown, unknown>

/** The effective `limit` of a field. An invalid one is rejected later and counts as missing here. */
const limitOf = (node: FieldNode, field: AnyField, variables: Record<string, unknown>): number | undefined => {
  const declared = field.args.find(({ name }) => name === 'limit')
  if (!declared) return undefined
  const given = node.arguments?.find(({ name }) => name.value === 'limit')?.value
  const value =
    given?.kind === Kind.VARIABLE
      ? variables[given.name.value]
      : given?.kind === Kind.INT
        ? given.value
        : declared.defaultValue
  const limit = Number(value ?? declared.defaultValue)
  return Number.isFinite(limit) && limit > 0 ? limit : USUAL_ROWS
}

/**
 * Upper bound on the number of fields in the response. Every list multiplies the cost of its selections, by its `limit`
 * where it has one. The document must be valid and of bounded size once its fragments are expanded.
 *
 * @param args.variables as sent, not coerced
 */
export const costOf = (args: {
  schema: GraphQLSchema
  document: DocumentNode
  operation: OperationDefinitionNode
  variables: Record<string, unknown>
}): number => {
  const { schema, document, operation } = args
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)

  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  )
  const variables = { ...Object.fromEntries(defaults), ...args.variables }

  const ofField = (node: FieldNode, parent: GraphQLCompositeType, page: number | undefined): number => {
    const field = 'getFields' in parent ? (parent.getFields()[node.name.value] as AnyField | undefined) : undefined
    // The validation rules bound introspection.
    if (!field || !node.selectionSet) return 1
    const type = getNamedType(field.type)
    if (!isCompositeType(type)) return 1
    const limit = limitOf(node, field, variables)
    const isList = isListType(getNullableType(field.type))
    const times = isList ? (limit ?? page ?? USUAL_ROWS) : 1
    // A page's `limit` bounds its rows, not the page object itself.
    return 1 + times * ofSelections(node.selectionSet, type, isList ? undefined : limit)
  }
  const ofSelections = (set: SelectionSetNode, parent: GraphQLCompositeType, page: number | undefined): number => {
    let cost = 0
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        cost += ofField(selection, parent, page)
        continue
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
      if (!fragment) continue
      const named = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value)
      cost += ofSelections(fragment.selectionSet, isCompositeType(named) ? named : parent, page)
    }
    return cost
  }
  return ofSelections(operation.selectionSet, schema.getQueryType()!, undefined)
}
