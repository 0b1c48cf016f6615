import type { Payload } from 'payload'
import type { OwnLanguage } from '../../../lib/text/languages.ts'
import { dayOf } from '../../../lib/time/periods.ts'
import type { MailAddress } from '../core/address.ts'
import { runName } from '../core/runName.ts'
import { settingsOf } from '../options.ts'
import type { DeliveryRow, SubscriberRow, SuppressionRow } from '../rowTypes.ts'
import { find, findOne } from '../store/rows.ts'
import { addressHmac } from '../store/secrets.ts'

/** Mails that are shown of one person. */
const MOST_MAILS = 20

/** How it stands with an address that an officer typed. It is never shown again. */
export interface AddressState {
  suppressed: Pick<SuppressionRow, 'cause' | 'at'> | null
  subscriber: Pick<
    SubscriberRow,
    'ref' | 'state' | 'locale' | 'confirmedAt' | 'leftAt' | 'pausedUntil' | 'softBounces'
  > | null
  /** The newest mails, with what the other side said. */
  mails: (Pick<DeliveryRow, 'kind' | 'state' | 'reply' | 'reason' | 'createdOn' | 'settledAt'> & { name: string })[]
}

/** Looks up an address by its keyed hash, and its subscriber by the address itself. Read-only. */
export const addressState = async (
  payload: Payload,
  address: MailAddress,
  language: OwnLanguage,
): Promise<AddressState> => {
  const suppression = await findOne(payload, 'suppressions', {
    emailHmac: { equals: addressHmac(payload, address.key) },
  })
  const person = await findOne(payload, 'subscribers', { emailKey: { equals: address.key } })
  const where = { subscriber: { equals: person?.ref ?? '' } }
  const mails = person
    ? await find({ payload, collection: 'deliveries', where, sort: '-createdOn', limit: MOST_MAILS })
    : []
  const year = dayOf(settingsOf(payload.config).clock.now()).slice(0, 4)
  const runs = await find({
    payload,
    collection: 'digest-runs',
    where: { key: { in: mails.map(({ run }) => run) } },
    limit: 0,
  })
  const names = new Map(runs.map((run) => [run.key, runName(run, language, year)]))
  return {
    suppressed: suppression ? { cause: suppression.cause, at: suppression.at } : null,
    subscriber: person
      ? {
          ref: person.ref,
          state: person.state,
          locale: person.locale,
          confirmedAt: person.confirmedAt,
          leftAt: person.leftAt,
          pausedUntil: person.pausedUntil,
          softBounces: person.softBounces,
        }
      : null,
    mails: mails.map(({ run, kind, state, reply, reason, createdOn, settledAt }) => ({
      name: names.get(run) ?? run,
      kind,
      state,
      reply,
      reason,
      createdOn,
      settledAt,
    })),
  }
}
