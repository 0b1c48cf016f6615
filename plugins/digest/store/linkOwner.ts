import type { Payload } from 'payload'
import type { SubscriberRow, TokenRow } from '../types.ts'
import { findOne } from './rows.ts'
import { tokenHash } from './secrets.ts'

/** A link that works. */
export interface OwnedLink {
  row: TokenRow
  /** Whose it is; nobody's any more when they were erased. */
  subscriber: SubscriberRow | undefined
}

/**
 * Finds out whose a link is. Changes nothing.
 *
 * @param args.token the secret in its address
 * @param args.purpose what it must have been given out for: a link to one thing opens nothing else
 * @returns `undefined` when we never gave it out, or its time is over
 */
export const linkOwner = async (args: {
  payload: Payload
  token: string
  purpose: TokenRow['purpose']
  now: Date
}): Promise<OwnedLink | undefined> => {
  const { payload, token, purpose, now } = args
  const row = await findOne(payload, 'digest-tokens', {
    hash: { equals: tokenHash(token) },
    purpose: { equals: purpose },
  })
  if (!row || (row.expiresAt !== '' && row.expiresAt <= now.toISOString())) return undefined
  return { row, subscriber: await findOne(payload, 'subscribers', { ref: { equals: row.subscriber } }) }
}
