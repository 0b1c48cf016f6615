import type { Payload } from 'payload'
import { claim } from '../../publications/index.ts'
import type { DeliveryRow } from '../rowTypes.ts'

/** Why a mail was not sent. */
export type SkipReason =
  /** The person unsubscribed. */
  | 'left'
  /** The address is suppressed. */
  | 'suppressed'
  /** None of its entries is still valid. */
  | 'nothing-left'
  /** The person reached the daily limit; the entries are carried into the evening digest. */
  | 'enough-today'
  /** The person paused their mails; the entries wait until then. */
  | 'paused'
  /** The person asked for erasure. */
  | 'erased'
  /** The relay did not accept it in time; the entries are carried into the next digest. */
  | 'expired'
  /** What the person asked for could not be read. */
  | 'not-made'

/**
 * Ends a mail without sending it. Its bytes are deleted; its row stays with the reason.
 *
 * @param args.from states in which it can still be stopped
 * @param args.token the holder's token, if only the holder may stop it
 * @returns `false` when the row was in another state by then
 */
export const skipDelivery = async (args: {
  payload: Payload
  key: string
  from: readonly string[]
  reason: SkipReason
  now: Date
  token?: string
  /** Carries its entries into the person's next digest. */
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
