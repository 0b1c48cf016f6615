import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { insertOnce } from '../../publications/index.ts'
import type { ConsentChannel, ConsentEventRow, SubscriberRow } from '../rowTypes.ts'
import { addressHmac } from './secrets.ts'

/** The exact text of a consent. */
export interface ConsentText {
  version: string
  text: string
}

/** Time, network and channel of an action; shared by everything one button does. */
export interface Act {
  at: string
  network: string
  how: ConsentChannel
}

/** An action of a person on their own data. */
export interface OwnAct {
  payload: Payload
  subscriber: SubscriberRow
  act: Act
}

const NO_TEXT: ConsentText = { version: '', text: '' }

/**
 * Adds a proof of consent; idempotent by key. It never contains the address itself.
 *
 * @param args.request the subscription request, as JSON
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
