import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { insertOnce } from '../../publications/index.ts'
import type { ConsentChannel, ConsentEventRow, SubscriberRow } from '../types.ts'
import { addressHmac } from './secrets.ts'

/** The exact words somebody agreed to. */
export interface ConsentText {
  version: string
  text: string
}

/** Who acted, when, from which network and how; the same for everything one press of a button does. */
export interface Act {
  at: string
  network: string
  how: ConsentChannel
}

/** Somebody who does something about what is stored of themselves. */
export interface OwnAct {
  payload: Payload
  subscriber: SubscriberRow
  act: Act
}

const NO_TEXT: ConsentText = { version: '', text: '' }

/**
 * Adds a row to the proofs of consent; the same key twice is one row. The address itself is never in it.
 *
 * @param args.request what was asked for, as JSON
 */
export const keepProof = async (
  args: OwnAct & {
    key: string
    type: ConsentEventRow['type']
    request: string
    consent?: ConsentText
  },
): Promise<void> => {
  const { payload, subscriber, key, type, act, request, consent = NO_TEXT } = args
  const data: ConsentEventRow = {
    ...act,
    key,
    type,
    subscriber: subscriber.ref,
    emailHmac: addressHmac(payload, subscriber.emailKey),
    textVersion: consent.version,
    textSha256: consent.text ? createHash('sha256').update(consent.text).digest('hex') : '',
    text: consent.text,
    request,
  }
  await insertOnce({ payload, collection: 'consent-events', data, unique: ['key'] })
}
