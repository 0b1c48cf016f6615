import type { Payload } from 'payload'
import { claim, lastSeq } from '../../publications/index.ts'
import type { ImportableRow, ImportedProof } from '../core/importRow.ts'
import { mailableUntil } from '../core/lifetimes.ts'
import type { SubscriptionRequest } from '../core/request.ts'
import type { KnownPerson } from '../store/knownPeople.ts'
import { keepProof } from '../store/proofs.ts'
import { beginSubscription } from './changeSubscription.ts'
import { queueLetter } from './queueLetter.ts'
import { keepSubscriber } from './requestSubscription.ts'

/** Where a person of a list comes from, for the proof. */
export interface Origin {
  /** Program that wrote the list. */
  source: string
  /** Name of the file. */
  file: string
  line: number
}

const requestOf = (row: ImportableRow, at: string, network: string): SubscriptionRequest => ({
  filter: {},
  cadence: row.cadence,
  locale: row.locale,
  at,
  network,
})

/**
 * Subscribes a person whose consent the list proves: to everything, from now on. Every step is idempotent, and they
 * become active last.
 */
export const subscribeImported = async (args: {
  payload: Payload
  row: ImportableRow
  proof: ImportedProof
  known: KnownPerson
  origin: Origin
  now: Date
}): Promise<void> => {
  const { payload, row, proof, known, origin, now } = args
  const at = now.toISOString()
  const request = requestOf(row, at, proof.network)
  const subscriber = await keepSubscriber(payload, row.address, request)
  await keepProof({
    payload,
    subscriber,
    key: `imported:${known.emailHmac}`,
    type: 'confirmed',
    act: { at: proof.at, network: proof.network, how: 'import' },
    request: JSON.stringify({ ...request, importedAt: at, method: proof.method, ...origin }),
  })
  const afterSeq = await lastSeq({ payload })
  await beginSubscription({ payload, subscriber: subscriber.ref, wanted: request, since: at, afterSeq, at })
  await claim({
    payload,
    collection: 'subscribers',
    where: { ref: { equals: subscriber.ref }, state: { equals: 'pending' } },
    data: { state: 'active', confirmedAt: at, locale: row.locale },
  })
}

/**
 * Asks a person of a list for their confirmation, once: the mail is the usual one, and without a press of its button
 * nothing else is ever sent. That they were asked is kept by the keyed hash of the address, so that no later list asks
 * again.
 *
 * @param args.at when the mail may leave
 */
export const inviteImported = async (args: {
  payload: Payload
  row: ImportableRow
  known: KnownPerson
  origin: Origin
  at: Date
}): Promise<void> => {
  const { payload, row, known, origin } = args
  const at = args.at.toISOString()
  const request = requestOf(row, at, 'import')
  const subscriber = await keepSubscriber(payload, row.address, request)
  await queueLetter({
    payload,
    kind: 'confirmation',
    subscriber: subscriber.ref,
    at,
    expiresAt: mailableUntil(request),
    items: JSON.stringify(request),
  })
  await keepProof({
    payload,
    subscriber,
    key: `invited:${known.emailHmac}`,
    type: 'invited',
    act: { at, network: 'import', how: 'import' },
    request: JSON.stringify({ ...request, ...origin }),
  })
}
