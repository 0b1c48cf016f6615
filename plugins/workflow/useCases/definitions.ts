import type { WorkflowDefinition } from '../core/definition.ts'
import type { WorkflowOptions } from '../types.ts'

/** The definitions that documents of a collection may follow, the usual one first. */
export const definitionsIn = (
  { definitions, variants }: Pick<WorkflowOptions, 'definitions' | 'variants'>,
  collection: string,
): WorkflowDefinition[] => [
  ...(definitions[collection] ? [definitions[collection]] : []),
  ...(variants?.[collection] ?? []).map(({ follow }) => follow),
]

/** All definitions in force. */
export const definitionsOf = (
  options: Pick<WorkflowOptions, 'definitions' | 'variants' | 'batch'>,
): WorkflowDefinition[] => [
  ...Object.keys(options.definitions).flatMap((collection) => definitionsIn(options, collection)),
  ...(options.batch ? [options.batch.definition] : []),
]
