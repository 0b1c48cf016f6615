import type { Payload } from 'payload'
import { claim, insertOnce } from '../../publications/index.ts'
import { find, findOne } from '../store/rows.ts'
import { addressHmac, tokenHash } from '../store/secrets.ts'
import { skipDelivery } from '../store/skipDelivery.ts'
import type { ConsentEventRow } from '../types.ts'

/** States in which a mail can still be stopped; once the relay asked for the body it cannot. */
const STOPPABLE = ['pending', 'deferred', 'claimed']

/** Whether a link to leave was given out by us; changes nothing. */
export const knowsLeaveLink = async (payload: Payload, token: string): Promise<boolean> =>
  (await leaveToken(payload, token)) !== undefined

const leaveToken = (payload: Payload, token: string) =>
  findOne(payload, 'digest-tokens', { hash: { equals: tokenHash(token) }, purpose: { equals: 'unsubscribe' } })

/**
 * Ends everything a person is subscribed to and stops the mails that are on their way. Harmless to repeat; works as
 * long as the link exists, which is for ever.
 *
 * @param args.how `page` or `one-click` (RFC 8058)
 * @returns `unknown` when we never gave out such a link
 */
export const leave = async (args: {
  payload: Payload
  token: string
  now: Date
  network: string
  how: 'page' | 'one-click'
}): Promise<'left' | 'unknown'> => {
  const { payload, how, network } = args
  const token = await leaveToken(payload, args.token)
  if (!token) return 'unknown'
  const at = args.now.toISOString()
  const ref = token.subscriber
  const subscriber = await findOne(payload, 'subscribers', { ref: { equals: ref } })
  if (!subscriber) return 'left'

  const active = await find({
    payload,
    collection: 'subscriptions',
    where: { subscriber: { equals: ref }, state: { equals: 'active' } },
    limit: 0,
  })
  for (const subscription of active) {
    const proof: ConsentEventRow = {
      key: `withdrawn:${subscription.key}:${subscription.since}`,
      subscriber: ref,
      emailHmac: addressHmac(payload, subscriber.emailKey),
      type: 'withdrawn',
      at,
      how,
      network,
      textVersion: '',
      textSha256: '',
      text: '',
      request: JSON.stringify({ filter: subscription.filter, cadence: subscription.cadence }),
    }
    await insertOnce({ payload, collection: 'consent-events', data: proof, unique: ['key'] })
    await claim({
      payload,
      collection: 'subscriptions',
      where: { key: { equals: subscription.key }, state: { equals: 'active' }, since: { equals: subscription.since } },
      data: { state: 'ended', endedAt: at },
    })
  }
  await claim({
    payload,
    collection: 'subscribers',
    where: { ref: { equals: ref }, state: { equals: 'active' } },
    data: { state: 'left', leftAt: at },
  })
  const onTheirWay = await find({
    payload,
    collection: 'deliveries',
    where: { subscriber: { equals: ref }, kind: { equals: 'digest' }, state: { in: STOPPABLE } },
    limit: 0,
  })
  for (const delivery of onTheirWay)
    await skipDelivery({ payload, key: delivery.key, from: STOPPABLE, reason: 'left', now: args.now })
  return 'left'
}
