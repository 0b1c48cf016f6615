import type { Payload } from 'payload'
import { claim } from '../../publications/index.ts'
import { settingsOf } from '../options.ts'
import type { SubscriberRow } from '../rowTypes.ts'
import type { OwnAct } from '../store/proofs.ts'
import { find } from '../store/rows.ts'
import { deliveryId } from '../store/secrets.ts'
import { suppress } from '../store/suppress.ts'
import { forgetMail } from '../transport/fileRelay.ts'
import { leaveAll, stopMails } from './leave.ts'

/** Deletes the bytes of mails, which contain the address: in the outbox and, without a relay, the files. */
const forgetMails = async (payload: Payload, { ref }: SubscriberRow): Promise<void> => {
  const { smtpUrl, dataDir } = settingsOf(payload.config)
  const rows = await find({ payload, collection: 'deliveries', where: { subscriber: { equals: ref } }, limit: 0 })
  for (const { key, mime } of rows) {
    if (mime) await claim({ payload, collection: 'deliveries', where: { key: { equals: key } }, data: { mime: '' } })
    if (!smtpUrl) await forgetMail({ dataDir, name: deliveryId(payload, key) })
  }
}

/**
 * Erases a person: the address is deleted everywhere, mails in progress are stopped, and links to the manage page and
 * the web view stop working. Proofs of consent remain with their keyed hash, and unsubscribe links still answer "you
 * left". Idempotent: the subscriber is deleted last, so that a retry after a crash completes the erasure.
 *
 * @param args.never whether to keep a keyed hash that suppresses the address for ever
 */
export const eraseSubscriber = async (args: OwnAct & { now: Date; never: boolean }): Promise<void> => {
  const { payload, subscriber, act, now, never } = args
  const { ref } = subscriber
  await leaveAll({ payload, subscriber, act, now })
  if (never) await suppress({ payload, subscriber, cause: 'person', at: act.at })
  await stopMails({ payload, subscriber: ref, kinds: ['digest', 'confirmation', 'link'], reason: 'erased', now })
  await forgetMails(payload, subscriber)
  const of = { subscriber: { equals: ref } }
  await payload.db.deleteMany({ collection: 'subscriptions', where: of })
  await payload.db.deleteMany({ collection: 'subscribers', where: { ref: { equals: ref } } })
  await payload.db.deleteMany({
    collection: 'digest-tokens',
    where: { ...of, purpose: { in: ['confirm', 'manage', 'view'] } },
  })
}
