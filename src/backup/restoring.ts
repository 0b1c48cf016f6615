import type { Payload } from 'payload'

/** Name in Payload's key-value store of the mark of a restore that has not ended. */
export const RESTORING = 'restoring'

/** Whether a database holds half of a restore. */
export const isHalfRestored = (payload: Payload): Promise<boolean> => payload.kv.has(RESTORING)
