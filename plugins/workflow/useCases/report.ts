import { setImmediate } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'
import type { Payload } from 'payload'
import { ownLanguage, textIn } from '../../../lib/text/languages.ts'
import { dayOf } from '../../../lib/time/periods.ts'
import { workingDaysBetween, workingTimeBetween } from '../../../lib/time/workingTime.ts'
import { namedByOf } from '../../publications/index.ts'
import {
  type DecidedStep,
  decidedSteps,
  isOverdue,
  type ReportLine,
  reportLines,
  type WaitingLine,
} from '../core/report.ts'
import { DefinitionChanged, definitionsFor } from '../store/registry.ts'
import { allRows } from '../store/rows.ts'
import { eventsLog, readStreams, refOf, streamOf } from '../store/stream.ts'
import { reportTexts } from '../translations/report.ts'
import type { WorkflowOptions } from '../types.ts'
import { type Copy, findCopies } from './copies.ts'
import { unitNames } from './people.ts'
import type { RunRow } from './project.ts'
import { stepNames, waitingNow } from './waitingNow.ts'
import { calendarOf } from './workingHours.ts'

/** How fast the board decides, and where everything waits now. Times are working hours. */
export interface BoardReport {
  /** First and last day, `YYYY-MM-DD`. */
  from: string
  to: string
  decisions: number
  /** All decisions together; `null` when there are none. */
  overall: ReportLine | null
  /** In the order of the workflows. */
  steps: ReportLine[]
  months: ReportLine[]
  people: ReportLine[]
  /** By the unit that the person belongs to now; empty for those in none. */
  units: ReportLine[]
  collections: ReportLine[]
  /** What waits at each step, with the full working days that the one which waits longest does. */
  waitingAt: (WaitingLine & { days: number })[]
  /** The texts that wait longest, at most 500; `id` of the working copy, `null` when it is gone. */
  waiting: {
    collection: string
    document: string
    id: string | null
    title: string
    step: string
    since: string
    days: number
    overdue: boolean
  }[]
}

const HOUR = 3_600_000
/** Streams read at once: few enough that other work waits some milliseconds. */
const AT_ONCE = 50
/** Most open texts that a report names. */
const MOST_WAITING = 500

interface Period {
  /** Inclusive. */
  start: Date
  /** Exclusive. */
  end: Date
}

/** Streams with an event in a period. */
const touched = async (payload: Payload, from: string, to: string): Promise<Set<string>> => {
  const documents = new Set<string>()
  for await (const { document } of allRows<{ at: string; document: string; seq: number }>({
    payload,
    collection: eventsLog.collection,
    sort: ['at', 'document', 'seq'],
    where: { and: [{ at: { greater_than_equal: from } }, { at: { less_than: to } }] },
    columns: ['document'],
  }))
    documents.add(document)
  return documents
}

/** Every decision within a period, some streams at a time, so that memory holds no more. */
const decidedWithin = async (
  payload: Payload,
  { start, end }: Period,
  hoursBetween: (start: string, end: string) => number,
): Promise<DecidedStep[]> => {
  const [from, to] = [start.toISOString(), end.toISOString()]
  const documents = [...(await touched(payload, from, to))]
  const decided: DecidedStep[] = []
  for (let first = 0; first < documents.length; first += AT_ONCE) {
    for (const [document, events] of await readStreams(payload, documents.slice(first, first + AT_ONCE))) {
      const definitions = await definitionsFor(payload, events).catch((error: unknown) => {
        // What follows a definition that was changed cannot be judged; the audit names it.
        if (error instanceof DefinitionChanged) return undefined
        throw error
      })
      const { collection } = refOf(document)
      if (definitions) decided.push(...decidedSteps({ events, definitions, collection, from, to, hoursBetween }))
    }
    await setImmediate()
  }
  return decided
}

/** The rows of open texts that wait longest. */
const oldestOpen = async (payload: Payload): Promise<RunRow[]> => {
  const { docs } = await payload.db.find<RunRow & { id: string }>({
    collection: 'workflow-runs',
    where: { waitsFor: { greater_than: '' } },
    sort: 'since',
    limit: MOST_WAITING,
    pagination: false,
  })
  return docs
}

/** Working copies of some rows, by the names of their streams. */
const workingCopies = async (payload: Payload, rows: readonly RunRow[]): Promise<Map<string, Copy>> => {
  const copies = new Map<string, Copy>()
  for (const collection of new Set(rows.map((row) => row.collection))) {
    if (!payload.collections[collection]) continue
    const keys = rows.filter((row) => row.collection === collection).map(({ key }) => key)
    const title = namedByOf(payload, collection)
    const found = await findCopies({ payload, collection, title, where: { key: { in: keys } }, limit: MOST_WAITING })
    for (const copy of found) copies.set(streamOf(collection, copy.key), copy)
  }
  return copies
}

/**
 * The board's report over a period.
 *
 * @param args.lang language of the names of steps
 */
export const boardReport = async (args: {
  payload: Payload
  options: WorkflowOptions
  period: Period
  now: Date
  lang: string
}): Promise<BoardReport> => {
  const { payload, options, period, now, lang } = args
  const calendar = await calendarOf(payload)
  const between = (start: string, end: string) => workingTimeBetween(new Date(start), new Date(end), calendar)
  const decided = await decidedWithin(payload, period, (start, end) => between(start, end) / HOUR)
  const at = now.toISOString()
  const days = (since: string) => workingDaysBetween(new Date(since), now, calendar)
  const unitOf = await unitNames(payload, options)
  const { order, nameOf } = stepNames(options, lang)
  const open = await oldestOpen(payload)
  const copies = await workingCopies(payload, open)
  return {
    from: dayOf(period.start),
    to: dayOf(new Date(period.end.getTime() - 1)),
    decisions: decided.length,
    overall: reportLines(decided, () => '')[0] ?? null,
    steps: reportLines(decided, ({ title }) => textIn(title, lang), order),
    months: reportLines(decided, (one) => dayOf(new Date(one.at)).slice(0, 7)),
    people: reportLines(decided, ({ person }) => person),
    units: options.people.unit ? reportLines(decided, ({ actor }) => unitOf(actor)) : [],
    collections: reportLines(decided, ({ collection }) => collection),
    waitingAt: (await waitingNow({ payload, options, now, lang })).map((line) => ({ ...line, days: days(line.since) })),
    waiting: open.map((row) => ({
      collection: row.collection,
      document: row.key,
      id: copies.get(row.document)?.id ?? null,
      title: copies.get(row.document)?.title ?? '',
      step: nameOf(row.stepTitle ?? ''),
      since: row.since,
      days: days(row.since),
      overdue: isOverdue({ dueBy: row.dueBy ?? '' }, at),
    })),
  }
}

/** Words of the columns that the screen says otherwise. */
const CSV_WORDS = {
  vi: { group: 'Nhóm', name: 'Tên', hours: 'giờ làm việc' },
  en: { group: 'Group', name: 'Name', hours: 'working hours' },
}

/**
 * The report as CSV for spreadsheets (RFC 4180, UTF-8 with BOM, without which Excel assumes another encoding). Text that a
 * spreadsheet would run as a formula is escaped. Pure.
 *
 * @param called what a collection is called
 * @param lang English when it is not Vietnamese
 */
export const reportCsv = (report: BoardReport, called: (collection: string) => string, lang: string): string => {
  const { columns, groups, noUnit } = reportTexts[ownLanguage(lang)]
  const words = CSV_WORDS[ownLanguage(lang)]
  const headings = [
    words.group,
    words.name,
    columns.decisions,
    `${columns.p50} (${words.hours})`,
    `${columns.p90} (${words.hours})`,
    columns.overdue,
    columns.returned,
    columns.refused,
  ]
  const nameOf = { collections: called, units: (name: string) => name || noUnit }
  const rows = (['steps', 'months', 'units', 'people', 'collections'] as const).flatMap((group) =>
    report[group].map(({ name, decisions, p50, p90, overdue, returned, refused }) => [
      groups[group],
      group in nameOf ? nameOf[group as keyof typeof nameOf](name) : name,
      decisions,
      p50,
      p90,
      overdue,
      returned,
      refused,
    ]),
  )
  return stringify([headings, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' })
}
