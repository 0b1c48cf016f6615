import type { Payload } from 'payload'
import { defaultLocale } from '../../publications/index.ts'
import type { Context } from '../core/context.ts'
import { definitionHash, type WorkflowDefinition } from '../core/definition.ts'
import type { WorkflowState } from '../core/state.ts'
import { definitionFor } from '../core/variants.ts'
import type { WorkflowOptions } from '../types.ts'
import { contentOf } from './finish.ts'

type Options = Pick<WorkflowOptions, 'definitions' | 'variants' | 'batch'>

const definitionNow = async (
  payload: Payload,
  options: Options,
  collection: string,
  { run, live, lastPublished }: WorkflowState,
): Promise<WorkflowDefinition | undefined> => {
  if (!run) return undefined
  if (run.batch && options.batch) return options.batch.definition
  const usual = options.definitions[collection]
  const variants = options.variants?.[collection] ?? []
  if (!usual || !variants.length) return usual
  const content = await contentOf(payload, run.contentHash)
  if (!content) return undefined
  const inForce = live && lastPublished ? await contentOf(payload, lastPublished.contentHash) : undefined
  const correction = run.correction !== undefined
  return definitionFor(usual, variants, { content, inForce, correction, original: defaultLocale(payload.config) })
}

/**
 * The definition that the text of an open run would follow if it were submitted now; `undefined` when no run is open, or
 * when its text is gone and the definition depends on it.
 */
export const definitionInForce = async (
  payload: Payload,
  options: Options,
  collection: string,
  state: WorkflowState,
): Promise<Context['inForce']> => {
  const definition = await definitionNow(payload, options, collection, state)
  return definition && { definition, hash: definitionHash(definition) }
}
