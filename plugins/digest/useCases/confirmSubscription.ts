import type { Payload } from 'payload'
import { claim, lastSeq } from '../../publications/index.ts'
import { maskAddress } from '../core/address.ts'
import type { SubscriptionRequest } from '../core/request.ts'
import type { SubscriberRow, TokenRow } from '../rowTypes.ts'
import { type ConsentText, keepProof } from '../store/proofs.ts'
import { findOne } from '../store/rows.ts'
import { tokenHash } from '../store/secrets.ts'
import { beginSubscription } from './changeSubscription.ts'

/** State of a confirmation link. */
export type Confirmation =
  | { state: 'open'; locale: string; maskedAddress: string; request: SubscriptionRequest }
  /** Already confirmed. */
  | { state: 'used'; locale: string }
  /** Never issued, expired, or its address was deleted. */
  | { state: 'gone' }

type Found = { token: TokenRow; subscriber: SubscriberRow; request: SubscriptionRequest }

const load = async (
  payload: Payload,
  token: string,
  now: Date,
): Promise<Found | { state: 'used'; locale: string } | { state: 'gone' }> => {
  const row = await findOne(payload, 'digest-tokens', {
    hash: { equals: tokenHash(token) },
    purpose: { equals: 'confirm' },
  })
  if (!row) return { state: 'gone' }
  const request = JSON.parse(row.request) as SubscriptionRequest
  if (row.usedAt) return { state: 'used', locale: request.locale }
  const subscriber = await findOne(payload, 'subscribers', { ref: { equals: row.subscriber } })
  if (!subscriber || row.expiresAt <= now.toISOString()) return { state: 'gone' }
  return { token: row, subscriber, request }
}

/** Reads the request behind a confirmation link. Read-only. */
export const readConfirmation = async (args: { payload: Payload; token: string; now: Date }): Promise<Confirmation> => {
  const found = await load(args.payload, args.token, args.now)
  if ('state' in found) return found
  const { subscriber, request } = found
  return { state: 'open', locale: request.locale, maskedAddress: maskAddress(subscriber.email), request }
}

/**
 * Applies a confirmed request. Every step is idempotent, and the token is marked as used last, so that a retry after a
 * crash completes the work.
 *
 * @param args.consent the exact text shown beside the button, and its version
 * @returns `used` when it was confirmed before; nothing changes then, so a person who has left stays unsubscribed
 */
export const confirmSubscription = async (args: {
  payload: Payload
  token: string
  now: Date
  network: string
  consent: ConsentText
}): Promise<'confirmed' | 'used' | 'gone'> => {
  const { payload, network, consent } = args
  const found = await load(payload, args.token, args.now)
  if ('state' in found) return found.state
  const { token, subscriber, request } = found
  const at = args.now.toISOString()

  await keepProof({
    payload,
    subscriber,
    key: `confirmed:${token.hash}`,
    type: 'confirmed',
    act: { at, network, how: 'page' },
    request: token.request,
    consent,
  })
  const afterSeq = await lastSeq({ payload })
  await beginSubscription({ payload, subscriber: subscriber.ref, wanted: request, since: at, afterSeq, at })
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
