import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { claim, insertOnce } from '../../publications/index.ts'
import { maskAddress } from '../core/address.ts'
import { filterKey } from '../core/filter.ts'
import type { SubscriptionRequest } from '../core/request.ts'
import { findOne } from '../store/rows.ts'
import { addressHmac, tokenHash } from '../store/secrets.ts'
import type { ConsentEventRow, SubscriberRow, SubscriptionRow, TokenRow } from '../types.ts'

/** What a confirmation link leads to. */
export type Confirmation =
  | { state: 'open'; maskedAddress: string; request: SubscriptionRequest }
  /** Confirmed before. */
  | { state: 'used' }
  /** Never given out, too old, or its address was forgotten. */
  | { state: 'gone' }

type Found = { token: TokenRow; subscriber: SubscriberRow; request: SubscriptionRequest }

const load = async (payload: Payload, token: string, now: Date): Promise<Found | 'used' | 'gone'> => {
  const row = await findOne(payload, 'digest-tokens', {
    hash: { equals: tokenHash(token) },
    purpose: { equals: 'confirm' },
  })
  if (!row) return 'gone'
  if (row.usedAt) return 'used'
  const subscriber = await findOne(payload, 'subscribers', { ref: { equals: row.subscriber } })
  if (!subscriber || row.expiresAt <= now.toISOString()) return 'gone'
  return { token: row, subscriber, request: JSON.parse(row.request) as SubscriptionRequest }
}

/** Reads what a confirmation link asks to confirm; changes nothing. */
export const readConfirmation = async (args: { payload: Payload; token: string; now: Date }): Promise<Confirmation> => {
  const found = await load(args.payload, args.token, args.now)
  if (typeof found === 'string') return { state: found }
  return { state: 'open', maskedAddress: maskAddress(found.subscriber.email), request: found.request }
}

/**
 * Does what the owner of an address agreed to. Every step may be repeated; the link is spent last, so that a crash
 * leaves nothing half-done that pressing the button again would not finish.
 *
 * @param args.consent the exact text shown beside the button, and its version
 * @returns `used` when it was done before, in which case nothing changes: somebody who left stays gone
 */
export const confirmSubscription = async (args: {
  payload: Payload
  token: string
  now: Date
  network: string
  consent: { version: string; text: string }
}): Promise<'confirmed' | 'used' | 'gone'> => {
  const { payload, network, consent } = args
  const found = await load(payload, args.token, args.now)
  if (typeof found === 'string') return found
  const { token, subscriber, request } = found
  const at = args.now.toISOString()

  const proof: ConsentEventRow = {
    key: `confirmed:${token.hash}`,
    subscriber: subscriber.ref,
    emailHmac: addressHmac(payload, subscriber.emailKey),
    type: 'confirmed',
    at,
    how: 'page',
    network,
    textVersion: consent.version,
    textSha256: createHash('sha256').update(consent.text).digest('hex'),
    text: consent.text,
    request: token.request,
  }
  await insertOnce({ payload, collection: 'consent-events', data: proof, unique: ['key'] })

  const wish: SubscriptionRow = {
    key: `${subscriber.ref}:${filterKey(request.filter)}`,
    subscriber: subscriber.ref,
    cadence: request.cadence,
    filter: JSON.stringify(request.filter),
    state: 'active',
    since: at,
    endedAt: '',
  }
  const { inserted } = await insertOnce({ payload, collection: 'subscriptions', data: wish, unique: ['key'] })
  if (!inserted)
    await claim({
      payload,
      collection: 'subscriptions',
      where: { key: { equals: wish.key }, state: { equals: 'ended' } },
      data: { state: 'active', since: at, endedAt: '', cadence: wish.cadence },
    })

  await claim({
    payload,
    collection: 'subscribers',
    where: { ref: { equals: subscriber.ref }, state: { not_equals: 'active' } },
    data: { state: 'active', confirmedAt: at, leftAt: '' },
  })
  await claim({
    payload,
    collection: 'subscribers',
    where: { ref: { equals: subscriber.ref }, state: { equals: 'active' } },
    data: { locale: request.locale },
  })
  await claim({
    payload,
    collection: 'digest-tokens',
    where: { hash: { equals: token.hash }, usedAt: { equals: '' } },
    data: { usedAt: at },
  })
  return 'confirmed'
}
