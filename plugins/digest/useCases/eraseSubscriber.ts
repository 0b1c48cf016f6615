import type { Payload } from 'payload'
import { claim } from '../../publications/index.ts'
import { settingsOf } from '../options.ts'
import type { OwnAct } from '../store/proofs.ts'
import { find } from '../store/rows.ts'
import { deliveryId } from '../store/secrets.ts'
import { suppress } from '../store/suppress.ts'
import { forgetMail } from '../transport/fileRelay.ts'
import type { SubscriberRow } from '../types.ts'
import { leaveAll, stopMails } from './leave.ts'

/** Removes the bytes of mails, which hold the address: in the outbox, and where there is no relay the files. */
const forgetMails = async (payload: Payload, { ref }: SubscriberRow): Promise<void> => {
  const { smtpUrl, dataDir } = settingsOf(payload.config)
  const rows = await find({ payload, collection: 'deliveries', where: { subscriber: { equals: ref } }, limit: 0 })
  for (const { key, mime } of rows) {
    if (mime) await claim({ payload, collection: 'deliveries', where: { key: { equals: key } }, data: { mime: '' } })
    if (!smtpUrl) await forgetMail({ dataDir, name: deliveryId(payload, key) })
  }
}

/**
 * Erases a person: the address is gone from everywhere, mails on their way are stopped, links to manage and to read
 * stop working. The proofs of consent stay by their keyed hash, and the links to leave still say "you left". Harmless
 * to repeat: the subscriber goes last, so that pressing the button again after a crash finishes it.
 *
 * @param args.never whether a keyed hash stays so that the address is never written to again
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
