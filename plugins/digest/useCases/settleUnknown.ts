import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { OwnLanguage } from '../../../lib/text/languages.ts'
import { dayOf } from '../../../lib/time/periods.ts'
import { claim } from '../../publications/index.ts'
import { scrubReply } from '../core/delivery.ts'
import { type LoggedFate, relayLogReader } from '../core/relayLog.ts'
import { runName } from '../core/runName.ts'
import { senderOf } from '../mail/sender.ts'
import { settingsOf } from '../options.ts'
import type { DeliveryRow } from '../rowTypes.ts'
import { appendAct, type Officer } from '../store/acts.ts'
import { recountRun } from '../store/counters.ts'
import { find, findOne } from '../store/rows.ts'

/** Mails looked up at once. */
const BATCH = 200
/** Lines and mails named in a report; the rest is counted. */
const MOST_NAMED = 50
/** A server that serves others gets its turn after so many lines. */
const LINES_A_TURN = 2_000

/** What a log said, and what came of it. */
export interface SettleReport {
  dryRun: boolean
  lines: { read: number; ours: number; other: number; unread: number }
  /** The first lines that could not be read, without addresses. */
  unread: { line: number; text: string }[]
  /** Mails of unknown fate that are settled, or would be. */
  accepted: number
  rejected: number
  /** Mails of unknown fate that the log names without proving what became of them. */
  unproven: number
  /** Mails of the log whose fate was known already. */
  known: number
  /** Mails whose entries are being carried at this moment; the same log settles them later. */
  busy: number
  /** By run, in words. */
  runs: { run: string; name: string; accepted: number; rejected: number }[]
}

/**
 * Gives a mail of unknown fate the one that the log proves. Its entries stay as they are: what is not carried yet is not
 * carried when the mail arrived, and comes with the next digest when it did not. Nothing is sent again.
 */
const settleOne = async (payload: Payload, row: DeliveryRow, fate: LoggedFate, at: string): Promise<boolean> => {
  const where = { key: { equals: row.key }, state: { equals: 'unknown' } }
  const data = { state: fate, reason: 'log', settledAt: row.settledAt || at }
  const settle = (more: object, change: object) =>
    claim({ payload, collection: 'deliveries', where: { ...where, ...more }, data: { ...data, ...change } })
  const free = { carry: { equals: true }, carriedBy: { equals: '' } }
  // Entries that a run has taken already are in that person's next mail.
  if (await settle(free, fate === 'accepted' ? { carry: false } : {})) return true
  return Boolean(await settle({ carry: { equals: false } }, {}))
}

const readLines = async (lines: AsyncIterable<string> | Iterable<string>, domain: string) => {
  const reader = relayLogReader(domain)
  const counts = { read: 0, ours: 0, other: 0, unread: 0 }
  const unread: SettleReport['unread'] = []
  let number = 0
  for await (const line of lines) {
    number += 1
    const meaning = reader.read(line)
    if (number % LINES_A_TURN === 0) await setImmediate()
    if (meaning === 'blank') continue
    counts.read += 1
    counts[meaning] += 1
    if (meaning === 'unread' && unread.length < MOST_NAMED) unread.push({ line: number, text: scrubReply(line) })
  }
  return { counts, unread, fates: reader.fates(), unproven: reader.unproven() }
}

/** Rows of some of our mails, by identifier. */
async function* rowsOf(payload: Payload, ids: string[], domain: string): AsyncGenerator<[string, DeliveryRow]> {
  for (let start = 0; start < ids.length; start += BATCH) {
    const messageIds = ids.slice(start, start + BATCH).map((id) => `${id}@${domain}`)
    const where = { messageId: { in: messageIds } }
    for (const row of await find({ payload, collection: 'deliveries', where, limit: 0 }))
      yield [row.messageId.slice(0, row.messageId.indexOf('@')), row]
    await setImmediate()
  }
}

const named = async (payload: Payload, key: string, language: OwnLanguage, year: string): Promise<string> => {
  const run = key ? await findOne(payload, 'digest-runs', { key: { equals: key } }) : undefined
  return run ? runName(run, language, year) : key
}

/**
 * Settles mails of unknown fate from the log of the relay. Idempotent; what the log does not prove stays unknown.
 *
 * @param args.lines of the log, in order
 * @param args.dryRun changes nothing, and says what would be done
 */
export const settleUnknown = async (args: {
  payload: Payload
  officer: Officer
  language: OwnLanguage
  lines: AsyncIterable<string> | Iterable<string>
  dryRun: boolean
}): Promise<SettleReport> => {
  const { payload, officer, language, lines, dryRun } = args
  const { mailFrom, clock } = settingsOf(payload.config)
  const { domain } = senderOf(mailFrom)
  const log = await readLines(lines, domain)
  const now = clock.now()
  const at = now.toISOString()
  const report = { accepted: 0, rejected: 0, unproven: 0, known: 0, busy: 0 }
  const runs = new Map<string, { accepted: number; rejected: number }>()
  for await (const [id, row] of rowsOf(payload, [...log.fates.keys()], domain)) {
    const fate = log.fates.get(id)!
    if (row.state !== 'unknown') report.known += 1
    else if (dryRun || (await settleOne(payload, row, fate, at))) {
      report[fate] += 1
      const run = runs.get(row.run) ?? { accepted: 0, rejected: 0 }
      run[fate] += 1
      runs.set(row.run, run)
    } else report.busy += 1
  }
  for await (const [, row] of rowsOf(payload, [...log.unproven], domain))
    if (row.state === 'unknown') report.unproven += 1
  const shown: SettleReport['runs'] = []
  for (const [run, counts] of runs) {
    if (!dryRun && run) await recountRun(payload, run)
    if (shown.length < MOST_NAMED)
      shown.push({ run, name: await named(payload, run, language, dayOf(now).slice(0, 4)), ...counts })
  }
  const { accepted, rejected } = report
  if (!dryRun && accepted + rejected)
    await appendAct({
      payload,
      officer,
      act: { key: `settled:${at}:${officer.id}`, kind: 'settled', scope: 'unknown', at, reason: '' },
      facts: { accepted, rejected, lines: log.counts.read },
    })
  return { dryRun, lines: log.counts, unread: log.unread, ...report, runs: shown }
}
