import type { Payload } from 'payload'
import { claim } from '../../publications/index.ts'
import type { DeliveryRow } from '../types.ts'

/** Why a mail was not sent. */
export type SkipReason =
  /** The person left. */
  | 'left'
  /** The address is not written to any more. */
  | 'suppressed'
  /** Nothing of it was true any more. */
  | 'nothing-left'
  /** The person had enough mails that day; its entries go into that evening's digest. */
  | 'enough-today'
  /** The person wants no mails for a while; its entries wait until then. */
  | 'paused'
  /** The person asked to be forgotten. */
  | 'erased'
  /** The relay did not take it in time; its entries go into the next one. */
  | 'expired'

/**
 * Ends a mail that is not sent. Its bytes go, its row stays and says why.
 *
 * @param args.from states in which it may still be stopped
 * @param args.token the holder's token, where only the holder may
 * @returns `false` when the row was in another state by then
 */
export const skipDelivery = async (args: {
  payload: Payload
  key: string
  from: readonly string[]
  reason: SkipReason
  now: Date
  token?: string
  /** Its entries go into the person's next digest. */
  carry?: boolean
}): Promise<boolean> => {
  const { payload, key, from, reason, now, token, carry = false } = args
  const row = await claim<DeliveryRow>({
    payload,
    collection: 'deliveries',
    where: {
      key: { equals: key },
      state: { in: [...from] },
      ...(token === undefined ? {} : { token: { equals: token } }),
    },
    data: {
      state: 'skipped',
      reason,
      carry,
      mime: '',
      token: '',
      settledAt: now.toISOString(),
    },
  })
  return row !== null
}
