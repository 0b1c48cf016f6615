import type { Payload } from 'payload'
import { DERIVED_DAYS } from '../core/lifetimes.ts'
import { isGenuine, type LinkPurpose, linkEnd, readLink } from '../core/links.ts'
import type { SubscriberRow, TokenRow } from '../rowTypes.ts'
import { linkKey } from './linkKeys.ts'
import { find, findOne } from './rows.ts'
import { tokenHash } from './secrets.ts'

/** A valid link. */
export interface OwnedLink {
  /** Reference of its owner. */
  ref: string
  /** Key of the delivery that it shows; `''` for other purposes. */
  delivery: string
  /** Its owner; `undefined` after they were erased. */
  subscriber: SubscriberRow | undefined
}

/** The delivery with an id of ours; ids are the first part of `messageId`, whose domain may have changed since. */
const deliveryWithId = async (payload: Payload, id: string): Promise<string> => {
  const messageId = { greater_than_equal: `${id}@`, less_than: `${id}A` }
  const [row] = await find({ payload, collection: 'deliveries', where: { messageId }, limit: 1 })
  return row?.key ?? ''
}

const derivedLink = async (
  payload: Payload,
  token: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<Omit<OwnedLink, 'subscriber'> | undefined> => {
  const read = readLink(token)
  if (!read || read.facts.purpose !== purpose) return undefined
  const key = await linkKey(payload, read.generation)
  if (!key || !isGenuine(read, key.secret)) return undefined
  const { subscriber, issuedAt, mail } = read.facts
  const days = DERIVED_DAYS[purpose]
  if (days !== undefined && linkEnd(issuedAt, days) <= now) return undefined
  return { ref: subscriber, delivery: mail && (await deliveryWithId(payload, mail)) }
}

const storedLink = async (
  payload: Payload,
  token: string,
  purpose: TokenRow['purpose'],
  now: Date,
): Promise<Omit<OwnedLink, 'subscriber'> | undefined> => {
  const where = { hash: { equals: tokenHash(token) }, purpose: { equals: purpose } }
  const row = await findOne(payload, 'digest-tokens', where)
  if (!row || (row.expiresAt !== '' && row.expiresAt <= now.toISOString())) return undefined
  return { ref: row.subscriber, delivery: row.request }
}

/**
 * Finds the owner of a link in a mail: one that was derived, or one that was stored, as those were that an earlier
 * version mailed. Read-only.
 *
 * @param args.token the secret in its URL
 * @param args.purpose required purpose: a link for one purpose works for no other
 * @returns `undefined` when the link was never issued or has expired
 */
export const linkOwner = async (args: {
  payload: Payload
  token: string
  purpose: LinkPurpose
  now: Date
}): Promise<OwnedLink | undefined> => {
  const { payload, token, purpose, now } = args
  const link = (await derivedLink(payload, token, purpose, now)) ?? (await storedLink(payload, token, purpose, now))
  return link && { ...link, subscriber: await findOne(payload, 'subscribers', { ref: { equals: link.ref } }) }
}
