import { simpleParser } from 'mailparser'
import type { Payload } from 'payload'
import type { OwnLanguage } from '../../../lib/text/languages.ts'
import { dayOf } from '../../../lib/time/periods.ts'
import { maskAddress } from '../core/address.ts'
import { triedUntil } from '../core/lifetimes.ts'
import { runName } from '../core/runName.ts'
import { settingsOf } from '../options.ts'
import { readPeople } from '../outbox/people.ts'
import { recheck } from '../outbox/recheck.ts'
import { type Recipient, recipientsOf } from '../outbox/recipients.ts'
import { renderDigestDelivery } from '../outbox/renderDelivery.ts'
import { beginSending } from '../outbox/sending.ts'
import type { SubscriberRow } from '../rowTypes.ts'
import { newDelivery } from '../store/newDelivery.ts'
import { findOne } from '../store/rows.ts'
import { type PlannedRun, plannedNow } from './plannedNow.ts'

/** A mail as one reader would get it. */
export interface PreviewedMail {
  run: string
  name: string
  sendsAt: string
  /** Masked address. */
  to: string
  subject: string
  text: string
  html: string
  /** Bytes of the whole mail. */
  size: number
}

/** The reader that a preview is for; by reference or by id of the row. */
export const readerOf = async (payload: Payload, subscriber: string): Promise<SubscriberRow | undefined> => {
  const byRef = await findOne(payload, 'subscribers', { ref: { equals: subscriber } })
  if (byRef) return byRef
  // Ids of both databases are 24 hexadecimal digits; another form would be a fault of the query on one of them.
  return /^[0-9a-f]{24}$/.test(subscriber) ? findOne(payload, 'subscribers', { id: { equals: subscriber } }) : undefined
}

/** The greatest text before a reference, so that a walk from it begins with that person. */
const justBefore = (ref: string): string =>
  `${ref.slice(0, -1)}${String.fromCharCode(ref.charCodeAt(ref.length - 1) - 1)}~`

const mailOf = async (
  { run, work, sendsAt }: PlannedRun,
  reader: SubscriberRow,
  language: OwnLanguage,
): Promise<PreviewedMail | undefined> => {
  let found: Recipient | undefined
  for await (const { recipients } of recipientsOf(work, { ...run, cursor: justBefore(reader.ref) }, async () => true)) {
    found = recipients.find(({ subscriber }) => subscriber.ref === reader.ref)
    break
  }
  if (!found?.items.length) return undefined
  const { payload, settings } = work
  const row = newDelivery({
    key: `${run.key}:${reader.ref}`,
    kind: 'digest',
    run: run.key,
    subscriber: reader.ref,
    createdOn: sendsAt.toISOString(),
    expiresAt: triedUntil({ cadence: run.cadence, dueAt: new Date(run.dueAt) }).toISOString(),
    items: JSON.stringify(found.items),
  })
  const sending = beginSending(work)
  const filters = (await readPeople(sending, [row])).filters(reader.ref)
  const checked = await recheck(sending, row, filters)
  if (!checked.items.length) return undefined
  // Personal links are made when a mail is sent; those of a preview lead to a page that changes nothing.
  const nowhere = `${settings.publicUrl}/subscriptions#preview`
  const links = { leaveUrl: nowhere, manageUrl: nowhere, viewUrl: nowhere }
  const { bytes } = await renderDigestDelivery(sending, row, reader, checked, { run, links })
  const { subject = '', text = '', html } = await simpleParser(bytes)
  return {
    run: run.key,
    name: runName(run, language, dayOf(settingsOf(payload.config).clock.now()).slice(0, 4)),
    sendsAt: sendsAt.toISOString(),
    to: maskAddress(reader.email),
    subject,
    text,
    html: html || '',
    size: bytes.length,
  }
}

/**
 * The mails that one reader would get, made by the code that makes the real ones and read back from their bytes. Nothing
 * is stored: no link is minted, no run made.
 *
 * @param args.at instant to look at; without it, each cadence at its next time
 */
export const previewMails = async (args: {
  payload: Payload
  reader: SubscriberRow
  language: OwnLanguage
  at?: Date
}): Promise<PreviewedMail[]> => {
  const { payload, reader, language, at } = args
  const mails: PreviewedMail[] = []
  for (const planned of await plannedNow(payload, at)) {
    const mail = await mailOf(planned, reader, language)
    if (mail) mails.push(mail)
  }
  return mails
}
