import { createHash } from 'node:crypto'
import { listDay } from '../../../src/text/dates.ts'
import { dayOf } from '../../../src/time/periods.ts'
import { insertOnce } from '../../publications/index.ts'
import type { Filter } from '../core/filter.ts'
import { type Item, type LoggedEvent, latestOf, stillTrue } from '../core/items.ts'
import { confirmableUntil, type SubscriptionRequest } from '../core/request.ts'
import { compose } from '../mail/compose.ts'
import { renderConfirmation } from '../mail/renderConfirmation.ts'
import { renderDigest } from '../mail/renderDigest.ts'
import { senderOf } from '../mail/sender.ts'
import { digestView, type Source } from '../mail/view.ts'
import { find, findOne } from '../store/rows.ts'
import { deliveryId, newToken, tokenHash } from '../store/secrets.ts'
import { messagesFor } from '../translations/index.ts'
import type { DeliveryRow, SubscriberRow, TokenRow } from '../types.ts'
import type { Sending } from './sending.ts'

/** A mail above this is cut by some providers before the link to leave. */
const LARGEST_MAIL = 100_000

export interface RenderedDelivery {
  bytes: Buffer
  messageId: string
  /** The entries that are still true, as the row keeps them from now on. */
  items: string
}

const keepToken = async (work: Sending, row: Pick<TokenRow, 'purpose' | 'subscriber' | 'request' | 'expiresAt'>) => {
  const token = newToken()
  const data: TokenRow = { ...row, hash: tokenHash(token), createdOn: work.clock.now().toISOString(), usedAt: '' }
  await insertOnce({ payload: work.payload, collection: 'digest-tokens', data, unique: ['hash'] })
  return token
}

const headerOf = (work: Sending, row: DeliveryRow, subscriber: SubscriberRow) => ({
  from: work.settings.mailFrom,
  to: subscriber.email,
  date: work.clock.now(),
  messageId: `${deliveryId(work.payload, row.key)}@${senderOf(work.settings.mailFrom).domain}`,
})

/** The confirmation mail; its link is minted here and nowhere kept but as a hash. */
export const renderConfirmationDelivery = async (
  work: Sending,
  row: DeliveryRow,
  subscriber: SubscriberRow,
): Promise<RenderedDelivery> => {
  const { settings } = work
  const request = JSON.parse(row.items) as SubscriptionRequest
  const { messages, language } = messagesFor(request.locale)
  const token = await keepToken(work, {
    purpose: 'confirm',
    subscriber: subscriber.ref,
    request: row.items,
    expiresAt: confirmableUntil(request),
  })
  const rendered = renderConfirmation({
    language,
    messages,
    portalName: settings.portalName,
    confirmUrl: `${settings.publicUrl}/subscriptions/confirm/${token}`,
  })
  const header = headerOf(work, row, subscriber)
  return {
    bytes: await compose({ ...header, ...rendered }, settings.dkim),
    messageId: header.messageId,
    items: row.items,
  }
}

interface Checked {
  items: Item[]
  events: Map<number, LoggedEvent>
  filters: Map<string, Filter>
}

/** Looks once more, at the last moment, at what a mail is about to say. */
export const recheck = async ({ payload, logAfter }: Sending, row: DeliveryRow): Promise<Checked> => {
  const before = JSON.parse(row.items) as Item[]
  const log = await logAfter(Math.min(...before.map((item) => item.seq)) - 1)
  const subscriptions = await find({
    payload,
    collection: 'subscriptions',
    where: { subscriber: { equals: row.subscriber }, state: { equals: 'active' } },
    limit: 0,
  })
  return {
    items: stillTrue({
      items: before,
      latest: latestOf(log),
      active: new Set(subscriptions.map((subscription) => subscription.key)),
    }),
    events: new Map(log.map((event) => [event.seq, event])),
    filters: new Map(subscriptions.map(({ key, filter }) => [key, JSON.parse(filter) as Filter])),
  }
}

/** The digest of one person from its checked entries; what would make it too large is counted instead of shown. */
export const renderDigestDelivery = async (
  work: Sending,
  row: DeliveryRow,
  subscriber: SubscriberRow,
  checked: Checked,
): Promise<RenderedDelivery> => {
  const { payload, settings } = work
  const { locale } = subscriber
  const { messages, language } = messagesFor(locale)
  const run = await findOne(payload, 'digest-runs', { key: { equals: row.run } })
  const events = checked.items.map((item) => checked.events.get(item.seq)!)
  const contents = await work.contents([...new Set(events.map((event) => event.contentHash))])
  const sources = checked.items.map((item, index): Source => {
    const event = events[index]!
    const filters = item.subscriptions.map((key) => checked.filters.get(key)).filter((filter) => filter !== undefined)
    return { item, event, content: contents.get(event.contentHash), filters }
  })
  const token = await keepToken(work, {
    purpose: 'unsubscribe',
    subscriber: subscriber.ref,
    request: '',
    expiresAt: '',
  })
  const leaveUrl = `${settings.publicUrl}/u/${token}`
  const choices = await work.choices(language)
  const header = headerOf(work, row, subscriber)
  const letter = (show: number) => {
    const day = listDay(dayOf(new Date(run?.startsAt ?? row.createdOn)))
    const view = digestView({ ...settings, sources, show, day, locale, language, messages, choices, leaveUrl })
    const listId = `<daily.digest.${new URL(settings.publicUrl).hostname}>`
    return compose({ ...header, ...renderDigest(view), leaveUrl, listId }, settings.dkim)
  }
  let show = sources.length
  let bytes = await letter(show)
  while (bytes.length > LARGEST_MAIL && show > 1) {
    show = Math.max(1, Math.min(show - 1, Math.floor((show * LARGEST_MAIL * 0.95) / bytes.length)))
    bytes = await letter(show)
  }
  return { bytes, messageId: header.messageId, items: JSON.stringify(checked.items) }
}

/** SHA-256 of a mail's bytes, hexadecimal. */
export const mailHash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
