import type { Payload } from 'payload'
import { type WorkflowDefinition, workflowOptions } from '../../plugins/workflow/index.ts'

/** Does some work while a collection follows another definition, as before the portal changed its chain. */
export const underDefinition = async <Result>(
  payload: Payload,
  collection: string,
  definition: WorkflowDefinition,
  work: () => Promise<Result>,
): Promise<Result> => {
  const { definitions } = workflowOptions(payload.config)
  const now = definitions[collection]!
  definitions[collection] = definition
  try {
    return await work()
  } finally {
    definitions[collection] = now
  }
}
