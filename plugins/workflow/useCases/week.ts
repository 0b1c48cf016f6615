import type { Payload, Where } from 'payload'
import { dayBounds, dayOf } from '../../../lib/time/periods.ts'
import { workingDaysBetween, workingTimeBetween } from '../../../lib/time/workingTime.ts'
import { middle, type WaitingLine } from '../core/report.ts'
import { hoursToPublish, ON_THE_WAY, type Passage, PUBLISHING, publishedPerDay } from '../core/week.ts'
import { eventsLog } from '../store/stream.ts'
import type { WorkflowOptions } from '../types.ts'
import { askedOnce } from './askedOnce.ts'
import { waitingNow } from './waitingNow.ts'
import { calendarOf } from './workingHours.ts'

/** The office at a glance: what waits, what became public in seven days, and how fast. */
export interface OfficeWeek {
  waiting: number
  overdue: number
  /** In the order of the workflows, with the full working days that the one which waits longest does. */
  steps: (WaitingLine & { days: number })[]
  published: number
  /** Today and the six days before, `YYYY-MM-DD` in Viet Nam, the oldest first. */
  days: { day: string; published: number }[]
  /** Working hours from submission to publication within which half of what was published stayed; `null` when unknown. */
  hours: number | null
}

interface WeekArgs {
  payload: Payload
  options: WorkflowOptions
  now: Date
  /** Language of the names of steps. */
  lang: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const DAYS = 7
/** Documents whose way is read at once; databases bound the values of a question. */
const AT_ONCE = 500

const passages = async (payload: Payload, where: Where): Promise<Passage[]> => {
  const { docs } = await payload.db.find<Omit<Passage, 'batch'> & { id: string; data: string }>({
    collection: eventsLog.collection,
    where,
    select: { document: true, seq: true, type: true, at: true, data: true },
    sort: 'at',
    limit: 0,
    pagination: false,
  })
  return docs.map(({ document, seq, type, at, data }) => ({
    document,
    seq,
    type,
    at,
    batch: 'batch' in JSON.parse(data),
  }))
}

/** What became public since an instant. */
const publishedSince = async (payload: Payload, from: string): Promise<Passage[]> =>
  (
    await passages(payload, {
      // By `like`, which no index serves, so that databases enter by the instant and not through all publications ever.
      and: [{ at: { greater_than_equal: from } }, { type: { like: 'published' } }],
    })
  ).filter(({ type }) => PUBLISHING.includes(type))

/** The whole way of some documents to the public. */
const waysOf = async (payload: Payload, documents: string[]): Promise<Passage[]> => {
  const found: Passage[] = []
  for (let from = 0; from < documents.length; from += AT_ONCE)
    found.push(
      ...(await passages(payload, {
        and: [{ document: { in: documents.slice(from, from + AT_ONCE) } }, { type: { in: [...ON_THE_WAY] } }],
      })),
    )
  return found
}

/**
 * The office's last seven days, as of now. Reads what waits and what became public within them; older events only of the documents
 * that did.
 */
const readWeek = async (args: WeekArgs): Promise<OfficeWeek> => {
  const { payload, now } = args
  const calendar = await calendarOf(payload)
  const between = (start: string, end: string) => workingTimeBetween(new Date(start), new Date(end), calendar)
  const days = Array.from({ length: DAYS }, (_, ago) => dayOf(new Date(now.getTime() - (DAYS - 1 - ago) * DAY)))
  const from = dayBounds(days[0]!).start.toISOString()
  const published = await publishedSince(payload, from)
  const ways = await waysOf(payload, [...new Set(published.map(({ document }) => document))])
  const steps = await waitingNow(args)
  const sum = (of: 'waiting' | 'overdue') => steps.reduce((total, step) => total + step[of], 0)
  return {
    waiting: sum('waiting'),
    overdue: sum('overdue'),
    steps: steps.map((step) => ({
      ...step,
      days: workingDaysBetween(new Date(step.since), now, calendar),
    })),
    published: published.length,
    days: publishedPerDay(
      published.map((one) => one.at),
      days,
      (one) => dayOf(new Date(one)),
    ),
    hours: middle(hoursToPublish(ways, from, (start, end) => between(start, end) / HOUR)),
  }
}

/** The office's last seven days; everybody gets the same, which may be a moment old. */
export const officeWeek = (args: WeekArgs): Promise<OfficeWeek> =>
  askedOnce(args.payload, `week ${args.lang}`, () => readWeek(args))
