import type { PayloadRequest } from 'payload'
import { mayChange } from '../core/decide.ts'
import type { WorkflowOptions } from '../types.ts'
import type { LoadedStream } from './load.ts'
import { personAsking } from './people.ts'

/** Whether the workflow lets the person of a request change a text in its current state. */
export const mayChangeNow = async (
  req: PayloadRequest,
  options: WorkflowOptions,
  { state, definitions }: LoadedStream,
): Promise<boolean> => !state.run || mayChange(state, await personAsking(req, options), definitions)
