import { createHash } from 'node:crypto'
import { confirmableUntil, manageableUntil } from '../core/lifetimes.ts'
import { type LinkPurpose, linkTime, linkToken } from '../core/links.ts'
import type { SubscriptionRequest } from '../core/request.ts'
import { compose } from '../mail/compose.ts'
import { type Rendered, renderDigest } from '../mail/renderDigest.ts'
import { renderLetter } from '../mail/renderLetter.ts'
import { renderNotice } from '../mail/renderNotice.ts'
import { senderOf } from '../mail/sender.ts'
import { digestView } from '../mail/view.ts'
import type { DeliveryRow, DigestRunRow, SubscriberRow } from '../rowTypes.ts'
import { mintToken } from '../store/mintToken.ts'
import { deliveryId } from '../store/secrets.ts'
import { messagesFor } from '../translations/index.ts'
import type { NoticeMail } from '../types.ts'
import { periodOfRun, sourcesOf } from './digestSources.ts'
import type { Checked } from './recheck.ts'
import type { Sending } from './sending.ts'

/** Some providers truncate a larger mail, which would cut off the unsubscribe link. */
const LARGEST_MAIL = 100_000

export interface RenderedDelivery {
  bytes: Buffer
  messageId: string
  /** The entries that are still valid, as stored in the row from now on. */
  items: string
}

const headerOf = (work: Sending, row: DeliveryRow, { email }: Pick<SubscriberRow, 'email'>) => ({
  from: work.settings.mailFrom,
  to: email,
  date: work.clock.now(),
  messageId: `${deliveryId(work.payload, row.key)}@${senderOf(work.settings.mailFrom).domain}`,
})

/** Renders a mail that belongs to no list. */
const renderAlone = async (
  work: Sending,
  row: DeliveryRow,
  subscriber: SubscriberRow,
  rendered: Rendered,
): Promise<RenderedDelivery> => {
  const header = headerOf(work, row, subscriber)
  const bytes = await compose({ ...header, ...rendered }, work.settings.dkim)
  return { bytes, messageId: header.messageId, items: row.items }
}

/** Renders the confirmation mail. Its token is created here, and only its hash is stored. */
export const renderConfirmationDelivery = async (
  work: Sending,
  row: DeliveryRow,
  subscriber: SubscriberRow,
): Promise<RenderedDelivery> => {
  const { payload, settings, clock } = work
  const request = JSON.parse(row.items) as SubscriptionRequest
  const { messages, language } = messagesFor(request.locale)
  const { subject, heading, body, link, ignore } = messages.confirmation
  const token = await mintToken({
    payload,
    at: clock.now().toISOString(),
    purpose: 'confirm',
    subscriber: subscriber.ref,
    request: row.items,
    expiresAt: confirmableUntil(request),
  })
  const { portalName, imprint } = await work.imprint(language)
  const rendered = renderLetter({
    language,
    subject,
    heading,
    ignore,
    imprint,
    body: body(portalName),
    link: { text: link, url: `${settings.publicUrl}/subscriptions/confirm/${token}` },
  })
  return renderAlone(work, row, subscriber, rendered)
}

/** Renders the mail with a new link to the manage page. */
export const renderLinkDelivery = async (
  work: Sending,
  row: DeliveryRow,
  subscriber: SubscriberRow,
): Promise<RenderedDelivery> => {
  const { payload, settings, clock } = work
  const { messages, language } = messagesFor(subscriber.locale)
  const words = messages.link
  const at = clock.now().toISOString()
  const expiresAt = manageableUntil(at)
  const token = await mintToken({ payload, at, purpose: 'manage', subscriber: subscriber.ref, expiresAt })
  const { portalName, imprint } = await work.imprint(language)
  const rendered = renderLetter({
    language,
    imprint,
    subject: words.mailSubject,
    heading: words.mailSubject,
    body: words.mailBody(portalName),
    link: { text: words.mailLink, url: `${settings.publicUrl}/subscriptions/manage/${token}` },
    ignore: words.mailIgnore,
  })
  return renderAlone(work, row, subscriber, rendered)
}

/** Personal links of one mail, derived: nothing is stored for them. */
const ownLinks = async (work: Sending, row: DeliveryRow) => {
  const { payload, settings, clock } = work
  const key = await work.linkKey()
  const common = { subscriber: row.subscriber, issuedAt: linkTime(clock.now()) }
  const link = (purpose: LinkPurpose, mail = '') => linkToken({ ...common, purpose, mail }, key)
  return {
    leaveUrl: `${settings.publicUrl}/u/${link('unsubscribe')}`,
    manageUrl: `${settings.publicUrl}/subscriptions/manage/${link('manage')}`,
    viewUrl: `${settings.publicUrl}/m/${link('view', deliveryId(payload, row.key))}`,
  }
}

/**
 * Renders one person's digest from its checked entries; entries beyond the size limit are counted instead of shown.
 *
 * @param preview of a mail that nobody sends: its run, which need not be stored, and links that lead nowhere
 */
export const renderDigestDelivery = async (
  work: Sending,
  row: DeliveryRow,
  subscriber: SubscriberRow,
  checked: Checked,
  preview?: { run: DigestRunRow; links: Awaited<ReturnType<typeof ownLinks>> },
): Promise<RenderedDelivery> => {
  const { settings } = work
  const { locale } = subscriber
  const { messages, language } = messagesFor(locale)
  const { cadence, days } = periodOfRun(preview?.run ?? (await work.run(row.run)), row)
  const sources = await sourcesOf(work, checked)
  const { leaveUrl, manageUrl, viewUrl } = preview?.links ?? (await ownLinks(work, row))
  const words = messages.mail
  const own = {
    view: { text: words.view, url: viewUrl },
    manage: { text: words.manage, url: manageUrl },
    leave: { text: words.leave, hint: words.leaveHint, url: leaveUrl },
  }
  const choices = await work.choices(language)
  const header = headerOf(work, row, subscriber)
  const listId = `<${cadence}.digest.${new URL(settings.publicUrl).hostname}>`
  const said = {
    sources,
    cadence,
    days,
    locale,
    language,
    messages,
    choices,
    ...(await work.imprint(language)),
    siteUrl: settings.siteUrl,
    own,
  }
  const letter = (show: number) =>
    compose({ ...header, ...renderDigest(digestView({ ...said, show })), leaveUrl, listId }, settings.dkim)
  const bytes = await withinSize(sources.length, letter)
  return { bytes, messageId: header.messageId, items: JSON.stringify(checked.items) }
}

/** Renders a mail to an account; entries beyond the size limit are counted instead of shown. */
export const renderNoticeDelivery = async (
  work: Sending,
  row: DeliveryRow,
  notice: NoticeMail,
): Promise<RenderedDelivery> => {
  const { portalName, imprint } = await work.imprint(notice.language)
  const header = headerOf(work, row, { email: notice.to })
  const letter = (show: number) =>
    compose({ ...header, ...renderNotice({ notice, portalName, imprint, show }) }, work.settings.dkim)
  const entries = notice.groups.reduce((sum, group) => sum + group.entries.length, 0)
  const bytes = await withinSize(entries, letter)
  return { bytes, messageId: header.messageId, items: notice.items }
}

/** The mail with as many entries as the size limit takes, at least one. */
const withinSize = async (entries: number, letter: (show: number) => Promise<Buffer>): Promise<Buffer> => {
  let show = entries
  let bytes = await letter(show)
  while (bytes.length > LARGEST_MAIL && show > 1) {
    show = Math.max(1, Math.min(show - 1, Math.floor((show * LARGEST_MAIL * 0.95) / bytes.length)))
    bytes = await letter(show)
  }
  return bytes
}

/** SHA-256 of a mail's bytes, hexadecimal. */
export const mailHash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
