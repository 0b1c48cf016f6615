import type { Payload } from 'payload'
import {
  type FrozenWorkingCopy,
  freezeWorkingCopy,
  readWorkingCopy,
  type WorkingCopy,
} from '../../publications/index.ts'
import { withoutLost } from './withoutLost.ts'

/** What would be frozen of a row of a collection, relations to what was deleted left out. Keeps nothing. */
export const frozenInMemory = (payload: Payload, collection: string, row: WorkingCopy): FrozenWorkingCopy =>
  freezeWorkingCopy({
    payload,
    collection,
    row: withoutLost(row, payload.collections[collection]!.config.fields) as WorkingCopy,
  })

/** What would be frozen of a working copy as it is stored now, or `undefined` when there is none. Keeps nothing. */
export const freezeStored = async (
  payload: Payload,
  collection: string,
  id: string,
): Promise<FrozenWorkingCopy | undefined> => {
  const row = await readWorkingCopy({ payload, collection, id })
  return row && frozenInMemory(payload, collection, row)
}
