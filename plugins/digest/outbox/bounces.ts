import { readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { claim } from '../../publications/index.ts'
import { countSoft, type DeliveryReport, judge, readReport } from '../core/bounce.ts'
import { senderOf } from '../mail/sender.ts'
import { findOne } from '../store/rows.ts'
import { suppress } from '../store/suppress.ts'
import type { DeliveryRow, SubscriberRow } from '../types.ts'
import { type ReportMail, reportReader } from './reportReader.ts'
import type { Work } from './work.ts'

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

/** What a mail says as a report. Its text may hold addresses, so nothing of it is kept but what it says. */
const reportIn = ({ status, to }: ReportMail): (DeliveryReport & { id: string }) | undefined => {
  const report = status === undefined ? null : readReport(status)
  const id = report?.envid ?? idIn(to)
  return report && id ? { ...report, id } : undefined
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

type Reader = ReturnType<typeof reportReader>

/** Reads one file and puts it away. */
const readOne = async (work: Work, place: string, reader: Reader): Promise<void> => {
  const size = (await stat(place).catch(() => undefined))?.size
  // Another worker was faster.
  if (size === undefined) return
  const bytes = size <= LARGEST_REPORT ? await readFile(place).catch(() => undefined) : undefined
  const mail = bytes && (await reader.read(bytes))
  const report = mail && reportIn(mail)
  if (report && (await apply(work, report))) await rm(place)
  else await rename(place, `${place}.unread`)
}

/** Files that could be neither read nor put away, by process: they must not take the turns of others again and again. */
const stuck = new WeakMap<Work['payload'], Set<string>>()

/**
 * Reads the delivery reports in `<dataDir>/bounces/*.eml`, where the mail server puts what comes back to the envelope
 * sender. What was understood is removed, because it holds addresses; the rest is set aside for people as `.unread`.
 * Only a report that names one of our mails by its unguessable id changes anything. A file that cannot be read or put
 * away is told of once and stops nothing.
 */
export const readBounces = async (work: Work): Promise<void> => {
  const { payload, settings } = work
  const folder = path.join(settings.dataDir, 'bounces')
  const left = stuck.get(payload) ?? new Set<string>()
  stuck.set(payload, left)
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.eml') && !left.has(file))
  const reader = reportReader()
  try {
    for (const file of files.slice(0, MOST_REPORTS)) {
      const place = path.join(folder, file)
      try {
        await readOne(work, place, reader)
      } catch (error) {
        // Another worker was faster.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue
        left.add(file)
        payload.logger.error({ msg: 'a delivery report could not be read or put away', file, err: error })
      }
      // Timers and sockets have their turn: loops over an embedded database never leave the microtask queue.
      await setImmediate()
    }
  } finally {
    await reader.close()
  }
}
