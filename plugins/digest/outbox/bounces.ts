import { readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { claim } from '../../publications/index.ts'
import { countSoft, type DeliveryReport, judge, readLetter, readReport } from '../core/bounce.ts'
import { scrubReply } from '../core/delivery.ts'
import { type Feedback, readFeedback } from '../core/feedback.ts'
import { senderOf } from '../mail/sender.ts'
import { LARGEST_REPORT, reportFolder } from '../reports/reportFolder.ts'
import type { DeliveryRow, SubscriberRow } from '../rowTypes.ts'
import { findOne } from '../store/rows.ts'
import { suppress } from '../store/suppress.ts'
import { type ReportMail, reportReader } from './reportReader.ts'
import type { Work } from './work.ts'

/** Maximum number of reports per tick. */
const MOST_REPORTS = 500
/** Suffix of a file that was set aside. */
const UNREAD = '.unread'

/** Interprets a mail as a delivery report. Its text may contain addresses, so only the facts are kept. */
const reportIn = ({ status, letter }: ReportMail): DeliveryReport | null =>
  (status === undefined ? null : readReport(status)) ?? (letter === undefined ? null : readLetter(letter))

/** The delivery that a report is about; `undefined` when it names none of our mails. */
const deliveryOf = async ({ payload, settings }: Work, ids: string[]): Promise<DeliveryRow | undefined> => {
  const { domain } = senderOf(settings.mailFrom)
  for (const id of ids) {
    const found = await findOne(payload, 'deliveries', { messageId: { equals: `${id}@${domain}` } })
    if (found) return found
  }
  return undefined
}

/** Records once in the delivery what became of it. */
const recordOnce = ({ payload }: Work, { key }: DeliveryRow, data: Partial<DeliveryRow>): Promise<DeliveryRow | null> =>
  claim<DeliveryRow>({
    payload,
    collection: 'deliveries',
    where: { key: { equals: key }, reason: { equals: '' } },
    data,
  })

const readerOf = async ({ payload }: Work, { kind, subscriber }: DeliveryRow): Promise<SubscriberRow | undefined> =>
  kind === 'notice' ? undefined : findOne(payload, 'subscribers', { ref: { equals: subscriber } })

/** Applies a delivery report once: the delivery records that it bounced, and what the other server said. */
const applyReport = async (work: Work, delivery: DeliveryRow, report: DeliveryReport): Promise<void> => {
  const { payload, clock } = work
  const verdict = judge(report)
  if (verdict === 'nothing') return
  const said = scrubReply(report.reply)
  const reply = [delivery.reply, said].filter(Boolean).join(' → ')
  if (!(await recordOnce(work, delivery, { reason: `bounced ${report.status}`, reply }))) return
  const now = clock.now()
  if (verdict === 'ours' || verdict === 'content')
    payload.logger.error({ msg: 'mails are refused because of us', status: report.status, reply: said })
  const subscriber = await readerOf(work, delivery)
  if (!subscriber) return
  if (verdict === 'gone') await suppress({ payload, subscriber, cause: 'hard', at: now.toISOString() })
  if (verdict === 'soft')
    await claim<SubscriberRow>({
      payload,
      collection: 'subscribers',
      where: { ref: { equals: subscriber.ref } },
      data: { ...countSoft(subscriber, now) },
    })
}

/** Applies a feedback report: whoever reports a mail as unwanted gets none any more. */
const applyFeedback = async (work: Work, delivery: DeliveryRow, { meaning, type }: Feedback): Promise<void> => {
  const { payload, clock } = work
  if (meaning === 'nothing') return
  if (await recordOnce(work, delivery, { reason: `reported ${scrubReply(type)}` }))
    payload.logger.error({ msg: 'a reader reports our mail', type: scrubReply(type) })
  const subscriber = meaning === 'complaint' ? await readerOf(work, delivery) : undefined
  if (subscriber) await suppress({ payload, subscriber, cause: 'complaint', at: clock.now().toISOString() })
}

/**
 * Applies what a mail reports of one of ours.
 *
 * @returns `false` when it is no report, or of none of our mails
 */
const apply = async (work: Work, mail: ReportMail): Promise<boolean> => {
  const feedback = mail.feedback === undefined ? null : readFeedback(mail.feedback)
  const report = feedback ? null : reportIn(mail)
  if (!feedback && !report) return false
  const stated = feedback ? feedback.ids : report?.envid ? [report.envid] : []
  const delivery = await deliveryOf(work, [...mail.ids, ...stated])
  if (!delivery) return false
  if (feedback) await applyFeedback(work, delivery, feedback)
  if (report) await applyReport(work, delivery, report)
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
  if (mail && (await apply(work, mail))) await rm(place)
  else await rename(place, `${place}${UNREAD}`)
}

/**
 * Files that could be neither read nor moved, by process. They are skipped, so that they do not use up the slots of
 * others.
 */
const stuck = new WeakMap<Work['payload'], Set<string>>()

/** How many mails to the envelope sender were set aside for people, because they are no report that could be read. */
export const unreadReports = async (dataDir: string): Promise<number> =>
  (await readdir(reportFolder(dataDir)).catch(() => [])).filter((file) => file.endsWith(UNREAD)).length

/**
 * Reads delivery and feedback reports from `<dataDir>/bounces/*.eml`, where mails to the envelope sender are stored.
 * Processed files are deleted, because they contain addresses; others are renamed to `.unread` for people. Only a
 * report with the unguessable id of one of our mails has an effect. A file that cannot be read or moved is logged once
 * and blocks nothing.
 */
export const readBounces = async (work: Work): Promise<void> => {
  const { payload, settings } = work
  const folder = reportFolder(settings.dataDir)
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
