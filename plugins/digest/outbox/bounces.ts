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

/** A report has a few kilobytes; a larger file is something else. */
const LARGEST_REPORT = 1024 * 1024
/** Maximum number of reports per tick. */
const MOST_REPORTS = 500

/** Finds the delivery when the report itself does not name it: by the envelope sender of that mail (VERP). */
const idIn = (recipients: string[]): string | undefined => {
  for (const recipient of recipients) {
    const found = /\+([0-9a-f]{32})@/i.exec(recipient)?.[1]
    if (found) return found.toLowerCase()
  }
  return undefined
}

/** Interprets a mail as a report. Its text may contain addresses, so only the facts are kept. */
const reportIn = ({ status, to }: ReportMail): (DeliveryReport & { id: string }) | undefined => {
  const report = status === undefined ? null : readReport(status)
  const id = report?.envid ?? idIn(to)
  return report && id ? { ...report, id } : undefined
}

/** Applies a report once: the delivery records that it bounced. */
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

/** Processes one file, then removes it or sets it aside. */
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

/**
 * Files that could be neither read nor moved, by process. They are skipped, so that they do not use up the slots of
 * others.
 */
const stuck = new WeakMap<Work['payload'], Set<string>>()

/**
 * Reads delivery reports from `<dataDir>/bounces/*.eml`, where the mail server stores mails to the envelope sender.
 * Processed files are deleted, because they contain addresses; others are renamed to `.unread` for people. Only a
 * report with the unguessable id of one of our mails has an effect. A file that cannot be read or moved is logged once
 * and blocks nothing.
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
      // Yields to timers and sockets: loops over an embedded database never leave the microtask queue.
      await setImmediate()
    }
  } finally {
    await reader.close()
  }
}
