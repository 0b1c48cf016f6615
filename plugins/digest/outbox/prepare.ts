import { hasRoomToday } from '../core/dailyLimit.ts'
import { scrubReply } from '../core/delivery.ts'
import type { RunCadence } from '../core/periods.ts'
import { bounceAddress, senderOf } from '../mail/sender.ts'
import type { DeliveryRow, SubscriberRow } from '../rowTypes.ts'
import { deliveryId } from '../store/secrets.ts'
import { type SkipReason, skipDelivery } from '../store/skipDelivery.ts'
import { type MadeMail, storeMails } from '../store/storeMails.ts'
import type { Envelope } from '../transport/relay.ts'
import { type People, readPeople } from './people.ts'
import { recheck } from './recheck.ts'
import {
  mailHash,
  type RenderedDelivery,
  renderConfirmationDelivery,
  renderDigestDelivery,
  renderLinkDelivery,
  renderNoticeDelivery,
} from './renderDelivery.ts'
import type { Sending } from './sending.ts'
import { settleDelivery } from './settleDelivery.ts'

/** A claimed row with the mail to hand over. */
export interface ReadyMail {
  row: DeliveryRow
  envelope: Envelope
  bytes: Buffer
}

/** The person a row is for, and the mail. */
interface Readied {
  to: string
  rendered: RenderedDelivery
}

const stored = (row: DeliveryRow, items: string): RenderedDelivery | undefined =>
  row.mime && row.items === items
    ? { bytes: Buffer.from(row.mime, 'latin1'), messageId: row.messageId, items }
    : undefined

const render = async (
  work: Sending,
  row: DeliveryRow,
  subscriber: SubscriberRow,
  people: People,
): Promise<RenderedDelivery | SkipReason> => {
  if (row.kind === 'confirmation')
    return stored(row, row.items) ?? (await renderConfirmationDelivery(work, row, subscriber))
  if (row.kind === 'link') return stored(row, row.items) ?? (await renderLinkDelivery(work, row, subscriber))
  const checked = await recheck(work, row, people.filters(row.subscriber))
  if (!checked.items.length) return 'nothing-left'
  return stored(row, JSON.stringify(checked.items)) ?? (await renderDigestDelivery(work, row, subscriber, checked))
}

/** A mail to an account. Neither suppressions nor a pause of citizens apply to it. */
const readyNotice = async (work: Sending, row: DeliveryRow): Promise<Readied | SkipReason> => {
  const { payload, clock, settings } = work
  const notice = await settings.notices?.({ payload, now: clock.now(), recipient: row.subscriber, items: row.items })
  if (!notice) return 'nothing-left'
  return { to: notice.to, rendered: stored(row, notice.items) ?? (await renderNoticeDelivery(work, row, notice)) }
}

/** Why a digest may not leave now. */
const digestStop = ({ clock, settings }: Sending, row: DeliveryRow, subscriber: SubscriberRow, people: People) => {
  if (subscriber.state !== 'active') return 'left'
  const now = clock.now()
  if (subscriber.pausedUntil > now.toISOString()) return 'paused'
  const cadence = row.run.split(':', 1)[0] as RunCadence
  const sent = people.sentToday(row)
  return hasRoomToday({ cadence, sent, now, schedule: settings.schedule }) ? undefined : 'enough-today'
}

const readySubscribed = async (work: Sending, row: DeliveryRow, people: People): Promise<Readied | SkipReason> => {
  const subscriber = people.subscriber(row.subscriber)
  if (!subscriber) return 'left'
  if (row.kind === 'digest' && subscriber.state !== 'active') return 'left'
  if (people.isSuppressed(subscriber)) return 'suppressed'
  if (row.kind === 'digest') {
    const stop = digestStop(work, row, subscriber, people)
    if (stop) return stop
    // Counted before anything is awaited: the mails of a batch are made at once.
    people.countSent(row)
  }
  const rendered = await render(work, row, subscriber, people)
  return typeof rendered === 'string' ? rendered : { to: subscriber.email, rendered }
}

/** Ends a row that is not sent, with the reason. */
const skip = async ({ payload, clock }: Sending, { key, token }: DeliveryRow, reason: SkipReason): Promise<void> => {
  const carry = reason === 'paused' || reason === 'enough-today'
  await skipDelivery({ payload, key, from: ['claimed'], reason, now: clock.now(), token, carry })
}

/** A mail that cannot be composed must not block others: its row is rescheduled, and the log says why. */
const postpone = async (work: Sending, row: DeliveryRow, error: unknown): Promise<void> => {
  const { message } = error as Error
  work.payload.logger.error({ msg: 'a mail could not be made', run: row.run, reason: scrubReply(message) })
  await settleDelivery(work, row, { result: 'dropped', asked: false, reason: message })
}

/**
 * Prepares claimed rows for hand-over: rechecks whether each may be sent, renders it on the first attempt, and stores
 * the bytes, so that every retry sends the same ones. Rows that are not sent, or cannot be made, are ended or postponed
 * with their reason.
 *
 * @returns the mails to hand over, in the order of their rows
 */
export const prepareBatch = async (work: Sending, rows: readonly DeliveryRow[]): Promise<ReadyMail[]> => {
  const { payload, settings } = work
  const people = await readPeople(work, rows)
  const made: MadeMail[] = []
  const readyOne = async (row: DeliveryRow): Promise<ReadyMail | undefined> => {
    try {
      const readied = await (row.kind === 'notice' ? readyNotice(work, row) : readySubscribed(work, row, people))
      if (typeof readied === 'string') {
        await skip(work, row, readied)
        return undefined
      }
      const { bytes, items, messageId } = readied.rendered
      const mime = bytes.toString('latin1')
      if (mime !== row.mime)
        made.push({
          key: row.key,
          token: row.token,
          items,
          messageId,
          mime,
          mimeSha256: mailHash(bytes),
          mimeSize: bytes.length,
        })
      const envid = deliveryId(payload, row.key)
      const from = bounceAddress(senderOf(settings.mailFrom), envid)
      return { row, bytes, envelope: { from, to: readied.to, envid } }
    } catch (error) {
      await postpone(work, row, error)
      return undefined
    }
  }
  // Side by side: signing takes another thread as long as rendering takes this one.
  const ready = (await Promise.all(rows.map(readyOne))).filter((mail) => mail !== undefined)
  await storeMails(payload, made)
  for (let stored = 0; stored < made.length; stored += 1) await work.onStep?.('mail stored')
  return ready
}
