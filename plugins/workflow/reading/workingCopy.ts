import type { Payload } from 'payload'
import {
  type FrozenWorkingCopy,
  freezeWorkingCopy,
  readWorkingCopy,
  type WorkingCopy,
} from '../../publications/index.ts'
import { withoutLost } from './withoutLost.ts'

/** The content that freezing a row would give, without relations to deleted rows. Stores nothing. */
export const frozenInMemory = (payload: Payload, collection: string, row: WorkingCopy): FrozenWorkingCopy =>
  freezeWorkingCopy({
    payload,
    collection,
    row: withoutLost(row, payload.collections[collection]!.config.fields) as WorkingCopy,
  })

/**
 * The content that freezing the stored working copy would give, or `undefined` when it does not exist. Stores nothing.
 */
export const freezeStored = async (
  payload: Payload,
  collection: string,
  id: string,
): Promise<FrozenWorkingCopy | undefined> => {
  const row = await readWorkingCopy({ payload, collection, id })
  return row && frozenInMemory(payload, collection, row)
}
