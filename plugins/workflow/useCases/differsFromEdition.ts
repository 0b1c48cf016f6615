import type { Payload, PayloadRequest } from 'payload'
import { freezeWorkingCopy, readWorkingCopy } from '../../publications/index.ts'
import type { WorkflowState } from '../core/state.ts'

/** Whether the working copy of a document differs from its last edition; `false` before the first one. */
export const differsFromEdition = async (args: {
  payload: Payload
  collection: string
  id: string | number
  state: WorkflowState
  /** Reads within its transaction. */
  req?: Pick<PayloadRequest, 'transactionID'>
}): Promise<boolean> => {
  const { payload, collection, state } = args
  if (!state.lastPublished) return false
  const row = await readWorkingCopy(args)
  return row !== undefined && freezeWorkingCopy({ payload, collection, row }).hash !== state.lastPublished.contentHash
}
