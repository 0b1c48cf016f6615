import type { Payload } from 'payload'
import type { ConsentEventRow, SubscriberRow } from '../rowTypes.ts'
import { find } from './rows.ts'
import { addressHmac } from './secrets.ts'

/** What is known of an address. */
export interface KnownPerson {
  emailHmac: string
  suppressed: boolean
  subscriber: SubscriberRow | undefined
  /** Whether somebody with this address withdrew a consent, also before their data were erased. */
  withdrew: boolean
  /** Whether an imported list asked them before. */
  invited: boolean
}

/** Looks up many addresses at once, three indexed reads whatever their number. */
export const knownPeople = async (payload: Payload, emailKeys: string[]): Promise<Map<string, KnownPerson>> => {
  const hmacs = new Map(emailKeys.map((key) => [key, addressHmac(payload, key)]))
  const among = { in: [...hmacs.values()] }
  const [suppressions, subscribers, events] = await Promise.all([
    find({ payload, collection: 'suppressions', where: { emailHmac: among }, limit: 0 }),
    find({ payload, collection: 'subscribers', where: { emailKey: { in: emailKeys } }, limit: 0 }),
    find({
      payload,
      collection: 'consent-events',
      where: { emailHmac: among, type: { in: ['withdrawn', 'invited'] } },
      limit: 0,
    }),
  ])
  const suppressed = new Set(suppressions.map(({ emailHmac }) => emailHmac))
  const bySubscriber = new Map(subscribers.map((row) => [row.emailKey, row]))
  const did = (type: ConsentEventRow['type']) =>
    new Set(events.flatMap((event) => (event.type === type ? [event.emailHmac] : [])))
  const [withdrew, invited] = [did('withdrawn'), did('invited')]
  return new Map(
    [...hmacs].map(([key, emailHmac]) => [
      key,
      {
        emailHmac,
        suppressed: suppressed.has(emailHmac),
        subscriber: bySubscriber.get(key),
        withdrew: withdrew.has(emailHmac),
        invited: invited.has(emailHmac),
      },
    ]),
  )
}
