import type { Payload } from 'payload'
import type { Clock } from '../../../lib/time/clock.ts'
import { isAtOnce, isUndeclinable, wants } from '../core/noticeKinds.ts'
import { awaitedOf, standingOf } from '../core/notices.ts'
import { slotStart, summaryDay } from '../core/noticeTimes.ts'
import { workflowOptions } from '../options.ts'
import {
  dropNotice,
  forgetNotices,
  type NoticeRow,
  pinNotice,
  settleNotices,
  waitingNotices,
} from '../store/notices.ts'
import type { NoticeOptions } from '../types.ts'
import { keepNews, remind } from './keepNews.ts'
import { itemsIn, itemsOf } from './noticeItems.ts'
import { type Officer, officersOf, withPowers } from './officers.ts'
import { waitingDocuments } from './waiting.ts'
import { calendarOf } from './workingHours.ts'

/** Key of the day of the last summaries in Payload's key-value store. */
const SUMMARISED = 'workflow-notices-summarised'
/** Pause between two looks at deadlines. */
const REMIND_EVERY_MS = 60_000
/** For how long notices that were told are kept: 13 months. */
const KEPT_MS = 400 * 24 * 3_600_000

const SUMMARY = 'notice:summary:'

interface Round {
  payload: Payload
  notices: NoticeOptions
  now: Date
}

/**
 * Puts one mail into the outbox, with notices that no other mail carries. Safe to repeat after a crash, and in several
 * processes at once: which notices the mail carries is read from the row that is stored.
 */
const handOver = async ({ payload, notices, now }: Round, recipient: string, key: string, some: NoticeRow[]) => {
  const pinned: string[] = []
  for (const notice of some) if (await pinNotice(payload, notice, key)) pinned.push(notice.key)
  const day = key.startsWith(SUMMARY) ? key.slice(SUMMARY.length, SUMMARY.length + '2026-01-01'.length) : undefined
  if (!pinned.length && day === undefined) return
  const items = itemsOf({ notices: pinned, ...(day === undefined ? {} : { day }) })
  const stored = await notices.tell({ payload, key, recipient, items, at: now.toISOString() })
  await settleNotices(payload, key, new Set(itemsIn(stored).notices))
}

const grouped = (rows: NoticeRow[], by: 'mail' | 'person'): Map<string, NoticeRow[]> => {
  const groups = new Map<string, NoticeRow[]>()
  for (const row of rows) groups.set(row[by], [...(groups.get(row[by]) ?? []), row])
  return groups
}

/** Finishes the mails that a crash kept from the outbox. */
const finishPinned = async (round: Round): Promise<void> => {
  const pinned = (await waitingNotices(round.payload)).filter(({ mail }) => mail !== '')
  for (const [mail, some] of grouped(pinned, 'mail')) await handOver(round, some[0]!.person, mail, some)
}

/** The notices to tell, by person. Ends those that nobody wants; those of a locked account wait. */
const wantedNotices = async ({ payload }: Round, people: readonly Officer[]): Promise<Map<string, NoticeRow[]>> => {
  const byId = new Map(people.map((person) => [person.id, person]))
  const wanted: NoticeRow[] = []
  for (const notice of await waitingNotices(payload)) {
    const person = byId.get(notice.person)
    if (!person || !wants(person.choice, notice.kind)) await dropNotice(payload, notice)
    else if (!person.locked) wanted.push(notice)
  }
  return grouped(wanted, 'person')
}

const tellAtOnce = async (round: Round, wanted: Map<string, NoticeRow[]>): Promise<void> => {
  const { payload, notices } = round
  for (const [recipient, some] of wanted) {
    const urgent = some.filter(({ kind }) => isAtOnce(kind))
    if (!urgent.length) continue
    const waits = !urgent.some(({ kind }) => isUndeclinable(kind)) && (await notices.isOnItsWay({ payload, recipient }))
    if (!waits) await handOver(round, recipient, `notice:now:${urgent[0]!.key}`, urgent)
  }
}

const notUrgent = (wanted: Map<string, NoticeRow[]>, recipient: string) =>
  (wanted.get(recipient) ?? []).filter(({ kind }) => !isAtOnce(kind))

/** Whether a person gets a summary of the day; whoever is away gets the one of the day on which they are back. */
const getsSummary = ({ choice, locked, away }: Officer): boolean => choice === 'all' && !locked && !away

/**
 * Keeps officers told, round by round: what is urgent at once, the rest collected, and every working day a summary of
 * what waits for them. Does nothing without the option `notices`. Any number of processes may run it.
 *
 * @returns one round
 */
export const keepTold = (args: { payload: Payload; clock: Clock }): (() => Promise<void>) => {
  const { payload, clock } = args
  const { notices } = workflowOptions(payload.config)
  const follow = keepNews(args)
  let remindedAt = Number.NEGATIVE_INFINITY
  /** Who has got the summary of which day, as far as this process knows. */
  let summarised: { day: string; people: Set<string> } = { day: '', people: new Set() }

  /** @returns ids of those whose summary waits until an earlier mail has left */
  const summarise = async (
    round: Round,
    day: string,
    readers: () => Promise<Awaited<ReturnType<typeof withPowers>>>,
    wanted: Map<string, NoticeRow[]>,
  ): Promise<Set<string>> => {
    if (summarised.day !== day) summarised = { day, people: new Set() }
    const waiting = await waitingDocuments(payload, round.now.toISOString())
    const states = waiting.map((trail) => ({ trail, ...standingOf(trail.events, trail.context.definitions) }))
    const delayed = new Set<string>()
    for (const person of await readers()) {
      if (!getsSummary(person) || summarised.people.has(person.id)) continue
      const news = notUrgent(wanted, person.id)
      const waits = states.some(({ state, trail }) => awaitedOf(state, person, trail))
      if ((news.length || waits) && (await round.notices.isOnItsWay({ payload, recipient: person.id }))) {
        delayed.add(person.id)
        continue
      }
      if (news.length || waits) await handOver(round, person.id, `${SUMMARY}${day}:${person.id}`, news)
      summarised.people.add(person.id)
    }
    if (!delayed.size) {
      await payload.kv.set(SUMMARISED, day)
      await forgetNotices(payload, new Date(round.now.getTime() - KEPT_MS).toISOString())
    }
    return delayed
  }

  return async () => {
    if (!notices) return
    const now = clock.now()
    const round = { payload, notices, now }
    const people = await officersOf(payload, now)
    let known: ReturnType<typeof withPowers> | undefined
    const readers = () => {
      known ??= withPowers(payload, people, now)
      return known
    }
    await follow(readers)
    if (now.getTime() - remindedAt >= REMIND_EVERY_MS || now.getTime() < remindedAt) {
      await remind({ payload, clock, hours: notices, readers })
      remindedAt = now.getTime()
    }
    await finishPinned(round)
    const wanted = await wantedNotices(round, people)
    await tellAtOnce(round, wanted)
    const calendar = await calendarOf(payload)
    const day = summaryDay(now, notices, calendar)
    if (day === undefined) return
    const isSummarised = (await payload.kv.get(SUMMARISED)) === day
    const delayed = isSummarised ? new Set() : await summarise(round, day, readers, wanted)
    const start = slotStart(now, notices, calendar)?.toISOString()
    if (start === undefined) return
    const away = new Set(people.filter((person) => person.away).map(({ id }) => id))
    for (const recipient of wanted.keys()) {
      if (delayed.has(recipient) || away.has(recipient)) continue
      // Those that a summary has just taken are pinned to it.
      const due = notUrgent(wanted, recipient).filter(({ at }) => at < start)
      if (!due.length || (await notices.isOnItsWay({ payload, recipient }))) continue
      await handOver(round, recipient, `notice:slot:${start}:${recipient}`, due)
    }
  }
}
