import type { Payload } from 'payload'
import type { SubscriberRow } from '../rowTypes.ts'
import { find, findOne } from './rows.ts'

/**
 * The new subscriber record of a person who was erased and subscribed again: the proofs of consent of both have the
 * same keyed hash. Read-only.
 *
 * @param ref of the erased subscriber
 */
export const laterSelf = async (payload: Payload, ref: string): Promise<SubscriberRow | undefined> => {
  const proof = await findOne(payload, 'consent-events', { subscriber: { equals: ref } })
  if (!proof) return undefined
  const same = { emailHmac: { equals: proof.emailHmac }, subscriber: { not_equals: ref } }
  const later = await find({ payload, collection: 'consent-events', where: same, limit: 0 })
  for (const one of new Set(later.map(({ subscriber }) => subscriber))) {
    const found = await findOne(payload, 'subscribers', { ref: { equals: one } })
    if (found) return found
  }
  return undefined
}
