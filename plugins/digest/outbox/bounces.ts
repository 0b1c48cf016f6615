import { readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { claim } from '../../publications/index.ts'
import { countSoft, type DeliveryReport, judge, readReport } from '../core/bounce.ts'
import { senderOf } from '../mail/sender.ts'
import { findOne } from '../store/rows.ts'
import { suppress } from '../store/suppress.ts'
import type { DeliveryRow, SubscriberRow } from '../types.ts'
import { breathe, type Work } from './work.ts'

/** A report is a few kilobytes; what is larger is something else. */
const LARGEST_REPORT = 1024 * 1024
/** Reports read in one tick. */
const MOST_REPORTS = 500

/** Names a delivery where the report itself does not: it was sent to the envelope sender of that one mail (VERP). */
const idIn = (recipients: string[]): string | undefined => {
  for (const recipient of recipients) {
    const found = /\+([0-9a-f]{32})@/i.exec(recipient)?.[1]
    if (found) return found.toLowerCase()
  }
  return undefined
}

/** Reads a report from a mail. Its text may hold addresses, so nothing of it is kept but what it says. */
const parse = async (bytes: Buffer): Promise<(DeliveryReport & { id: string }) | undefined> => {
  const mail = await simpleParser(bytes, { keepDeliveryStatus: true })
  const status = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status')
  const report = status && readReport(status.content.toString('utf8'))
  if (!report) return undefined
  const to = [mail.to].flat().flatMap((one) => one?.value.map(({ address }) => address ?? '') ?? [])
  const id = report.envid ?? idIn(to)
  return id ? { ...report, id } : undefined
}

/** Does what a report calls for, once: the delivery remembers that it bounced. */
const apply = async (work: Work, report: DeliveryReport & { id: string }): Promise<boolean> => {
  const { payload, clock, settings } = work
  const verdict = judge(report)
  const messageId = `${report.id}@${senderOf(settings.mailFrom).domain}`
  const delivery = await findOne(payload, 'deliveries', { messageId: { equals: messageId } })
  if (!delivery) return false
  if (verdict === 'nothing') return true
  const first = await claim<DeliveryRow>({
    payload,
    collection: 'deliveries',
    where: { key: { equals: delivery.key }, reason: { equals: '' } },
    data: { reason: `bounced ${report.status}` },
  })
  const subscriber = await findOne(payload, 'subscribers', { ref: { equals: delivery.subscriber } })
  if (!first || !subscriber) return true
  const now = clock.now()
  if (verdict === 'gone') await suppress({ payload, subscriber, cause: 'hard', at: now.toISOString() })
  if (verdict === 'ours') payload.logger.error({ msg: 'mails are refused because of us', status: report.status })
  if (verdict === 'soft')
    await claim<SubscriberRow>({
      payload,
      collection: 'subscribers',
      where: { ref: { equals: subscriber.ref } },
      data: { ...countSoft(subscriber, now) },
    })
  return true
}

/**
 * Reads the delivery reports in `<dataDir>/bounces/*.eml`, where the mail server puts what comes back to the envelope
 * sender. What was understood is removed, because it holds addresses; the rest is set aside for people as `.unread`.
 * Only a report that names one of our mails by its unguessable id changes anything.
 */
export const readBounces = async (work: Work): Promise<void> => {
  const folder = path.join(work.settings.dataDir, 'bounces')
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.eml'))
  for (const file of files.slice(0, MOST_REPORTS)) {
    const place = path.join(folder, file)
    const size = (await stat(place).catch(() => undefined))?.size
    // Another worker was faster.
    if (size === undefined) continue
    const report =
      size <= LARGEST_REPORT
        ? await readFile(place)
            .then(parse)
            .catch(() => undefined)
        : undefined
    if (report && (await apply(work, report))) await rm(place, { force: true })
    else await rename(place, `${place}.unread`).catch(() => {})
    await breathe()
  }
}
