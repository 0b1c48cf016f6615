import type { Payload } from 'payload'
import type { SubscriberRow, TokenRow } from '../types.ts'
import { findOne } from './rows.ts'
import { tokenHash } from './secrets.ts'

/** A valid link. */
export interface OwnedLink {
  row: TokenRow
  /** Owner of the link; `undefined` after they were erased. */
  subscriber: SubscriberRow | undefined
}

/**
 * Finds the owner of a link. Read-only.
 *
 * @param args.token the secret in its URL
 * @param args.purpose required purpose: a link for one purpose works for no other
 * @returns `undefined` when the link was never issued or has expired
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
