import type { Payload, Sort, Where } from 'payload'
import { workingDaysBetween } from '../../../lib/time/workingTime.ts'
import { titleFieldOf } from '../../publications/index.ts'
import { keysOf, type Person, roleName } from '../core/groups.ts'
import { AUTHORITY, type Handed } from '../core/powers.ts'
import type { WorkflowOptions } from '../types.ts'
import { type Copy, findCopies } from './copies.ts'
import { handedTo } from './delegations.ts'
import { type OwnAbsence, ownAbsence } from './ownAbsence.ts'
import type { RunRow } from './project.ts'
import { calendarOf } from './workingHours.ts'

/** A document on somebody's desk. */
export interface Task {
  collection: string
  /** Database id of the working copy. */
  id: string
  title: string
  state: string
  step: string
  /** Instant of the last decision, ISO 8601, UTC; of the last save for a draft. */
  since: string
  seq: number
  /** By whom it waits to be decided: a role in words, or the person who claimed it; empty when by nobody. */
  waitsFor: string
  /** Full working days since `since`. */
  days: number
  /** By when the step is to be decided, ISO 8601, UTC. */
  dueBy: string | null
  overdue: boolean
  /** How it came back to its author, by whom and why; only among their own. */
  back?: { how: 'returned' | 'refused'; by: string; reason: string }
}

/** What a person sees first in the morning. Each list holds at most 50 documents. */
export interface TaskLists {
  /** What this person has to go on with: sent back to them, or claimed by them. */
  mine: Task[]
  /** What waits for their role and nobody else has claimed: overdue first, then by deadline, then the oldest. */
  group: Task[]
  /** Those of both lists that should have been decided by now. */
  overdue: Task[]
  drafts: Task[]
  /** What they submitted and others decide on. */
  submitted: Task[]
  returned: Task[]
  refused: Task[]
  /** What they submitted and became public lately. */
  published: Task[]
  /** Their absence, while they are away. */
  absence: OwnAbsence | null
  counts: Record<Exclude<keyof TaskLists, 'counts' | 'absence'>, number>
}

const MOST = 50
/** What a list shows of a run. */
const LISTED = {
  document: true,
  collection: true,
  key: true,
  state: true,
  seq: true,
  waitsFor: true,
  stepTitle: true,
  claimedBy: true,
  claimedName: true,
  claimUntil: true,
  dueBy: true,
  since: true,
} as const
const LATELY_MS = 14 * 24 * 3_600_000

type ListedRun = Pick<RunRow, keyof typeof LISTED>

interface EventRow {
  id: string
  document: string
  type: 'returned' | 'refused'
  actorName: string
  reason?: string | null
}

const workingCopies = (payload: Payload, args: { collection: string; where: Where; locale: string; sort?: string }) =>
  findCopies({ ...args, payload, title: titleFieldOf(payload, args.collection), limit: MOST })

/** The last return or refusal of each stream. */
const lastBack = async (payload: Payload, rows: readonly ListedRun[]): Promise<Map<string, Task['back']>> => {
  const { docs } = rows.length
    ? await payload.db.find<EventRow>({
        collection: 'workflow-events',
        where: {
          and: [{ document: { in: rows.map((row) => row.document) } }, { type: { in: ['returned', 'refused'] } }],
        },
        sort: 'seq',
        pagination: false,
      })
    : { docs: [] }
  return new Map(
    docs.map(({ document, type, actorName, reason }) => [document, { how: type, by: actorName, reason: reason ?? '' }]),
  )
}

/** Overdue first, then by deadline, then the oldest. */
const byUrgency = (one: Pick<Task, 'dueBy' | 'since'>, other: Pick<Task, 'dueBy' | 'since'>): number => {
  const place = ({ dueBy, since }: Pick<Task, 'dueBy' | 'since'>) => `${dueBy || '9'} ${since}`
  return place(one) < place(other) ? -1 : 1
}

/**
 * How many documents wait for a person, as the navigation shows it on every page: what came back to them, and what their
 * role decides on and nobody else has claimed.
 */
export const waitingCount = async (args: {
  payload: Payload
  options: WorkflowOptions
  actor: Person
  now: Date
}): Promise<number> => {
  const { payload, options, actor, now } = args
  const count = async (where: Where) => (await payload.db.count({ collection: 'workflow-runs', where })).totalDocs
  const theirs = waitsForAny(actor, await handedTo({ payload, options, person: actor.id, now }))
  const claimedByOthers: Where = {
    and: [theirs, { claimUntil: { greater_than: now.toISOString() } }, { claimedBy: { not_equals: actor.id } }],
  }
  return (await count({ returnedTo: { equals: actor.id } })) + (await count(theirs)) - (await count(claimedByOthers))
}

const COLUMNS = ['waitsFor', 'waitsForSecond', 'waitsForThird'] as const

/**
 * What waits for a person, in their own right or in that of those who delegated to them: a condition for each group that
 * they are one of, which an index answers by urgency.
 */
const waitsForEach = (person: Person, handed: readonly Handed[]): Where[] => [
  ...groupsWaiting(person),
  ...handed.flatMap(({ from, covers, collections }) =>
    groupsWaiting(from).map((group) => ({
      and: [
        group,
        ...(covers.includes(AUTHORITY) ? [] : [{ stepName: { in: [...covers] } }]),
        ...(collections.length ? [{ collection: { in: [...collections] } }] : []),
      ],
    })),
  ),
]

const groupsWaiting = (person: Person): Where[] =>
  keysOf(person).flatMap((key) => COLUMNS.map((column) => ({ [column]: { equals: key } })))

const waitsForAny = (person: Person, handed: readonly Handed[]): Where => {
  const each = waitsForEach(person, handed)
  return each.length ? { or: each } : { waitsFor: { equals: '-' } }
}

/**
 * The desk of one person: what waits for them, what came back, what they sent on its way.
 *
 * @param args.lang language of the names of roles
 */
export const tasksOf = async (args: {
  payload: Payload
  options: WorkflowOptions
  actor: Person
  locale: string
  lang: string
}): Promise<TaskLists> => {
  const { payload, options, actor, locale, lang } = args
  const now = options.clock.now()
  const at = now.toISOString()
  const calendar = await calendarOf(payload)
  const days = (since: string) => (since ? workingDaysBetween(new Date(since), now, calendar) : 0)

  const runs = async (where: Where, sort: Sort = 'since', limit = MOST) =>
    (
      await payload.db.find<ListedRun & { id: string }>({
        collection: 'workflow-runs',
        where,
        sort,
        limit,
        pagination: false,
        select: LISTED,
      })
    ).docs
  const unclaimed: Where = { or: [{ claimUntil: { less_than_equal: at } }, { claimUntil: { exists: false } }] }
  // MongoDB finds only so what was written before there were deadlines; a migration of SQLite did it.
  const withoutDeadline: Where = { dueBy: payload.db.name === 'mongoose' ? { exists: false } : { equals: '' } }
  /** The most urgent ones that nobody has claimed: by deadline, and those without one behind, the oldest first. */
  const mostUrgent = async (where: Where) => {
    const due = await runs({ and: [where, { dueBy: { greater_than: '' } }, unclaimed] }, ['dueBy', 'since'])
    const left = MOST - due.length
    return left ? [...due, ...(await runs({ and: [where, withoutDeadline, unclaimed] }, 'since', left))] : due
  }
  const isClaimed = ({ claimedBy, claimUntil }: ListedRun) => Boolean(claimedBy) && claimUntil > at
  const handed = await handedTo({ payload, options, person: actor.id, now })
  const waiting = new Map<string, ListedRun>()
  for (const where of waitsForEach(actor, handed))
    for (const row of await mostUrgent(where)) waiting.set(row.document, row)
  const own: Where = { and: [{ claimedBy: { equals: actor.id } }, { claimUntil: { greater_than: at } }] }
  const rows = {
    back: await runs({ returnedTo: { equals: actor.id } }),
    claimed: (await runs({ and: [own, waitsForAny(actor, handed)] })).sort(byUrgency),
    group: [...waiting.values()].sort(byUrgency).slice(0, MOST),
    submitted: await runs({ submitter: { equals: actor.id } }),
    published: await runs(
      {
        and: [
          { author: { equals: actor.id } },
          { state: { equals: 'published' } },
          { since: { greater_than: new Date(now.getTime() - LATELY_MS).toISOString() } },
        ],
      },
      '-since',
    ),
  }
  const back = await lastBack(payload, rows.back)

  const all = new Map(Object.values(rows).flatMap((some) => some.map((row) => [row.document, row] as const)))
  const copies = new Map<string, Copy>()
  for (const collection of new Set([...all.values()].map((row) => row.collection))) {
    const keys = [...all.values()].filter((row) => row.collection === collection).map(({ key }) => key)
    for (let from = 0; from < keys.length; from += MOST) {
      const where = { key: { in: keys.slice(from, from + MOST) } }
      for (const copy of await workingCopies(payload, { collection, where, locale }))
        copies.set(`${collection}:${copy.key}`, copy)
    }
  }
  const task = (row: ListedRun): Task[] => {
    const copy = copies.get(row.document)
    if (!copy) return []
    const open = row.waitsFor !== ''
    return [
      {
        collection: row.collection,
        id: copy.id,
        title: copy.title,
        state: row.state,
        step: row.stepTitle,
        since: row.since,
        seq: row.seq,
        waitsFor: isClaimed(row) ? row.claimedName : roleName(row.waitsFor, options.roles, lang),
        days: days(row.since),
        dueBy: (open && row.dueBy) || null,
        overdue: open && Boolean(row.dueBy) && row.dueBy <= at,
        ...(back.get(row.document) ? { back: back.get(row.document) } : {}),
      },
    ]
  }
  const listed = (some: ListedRun[]) => some.flatMap(task)
  const sentBack = listed(rows.back)
  const group = listed(rows.group)
  const claimed = listed(rows.claimed)
  const lists = {
    mine: [...sentBack, ...claimed],
    group,
    overdue: [...claimed, ...group].filter(({ overdue }) => overdue),
    drafts: await draftsOf({ payload, options, actor, locale, except: new Set(sentBack.map(({ id }) => id)), days }),
    submitted: listed(rows.submitted),
    returned: sentBack.filter((one) => one.back?.how === 'returned'),
    refused: sentBack.filter((one) => one.back?.how === 'refused'),
    published: listed(rows.published),
  }
  const counts = Object.fromEntries(Object.entries(lists).map(([name, some]) => [name, some.length]))
  const absence = await ownAbsence(payload, options, actor)
  return { ...lists, absence, counts: counts as TaskLists['counts'] }
}

/** Drafts that this person saved last and nobody has submitted, the newest first. */
const draftsOf = async (args: {
  payload: Payload
  options: WorkflowOptions
  actor: Person
  locale: string
  /** Ids of what came back to them, which is listed elsewhere. */
  except: ReadonlySet<string>
  days: (since: string) => number
}): Promise<Task[]> => {
  const { payload, options, actor, locale, except, days } = args
  const drafts: Task[] = []
  for (const collection of Object.keys(options.definitions)) {
    const where: Where = { and: [{ editedBy: { equals: actor.id } }, { workflowState: { equals: 'draft' } }] }
    for (const copy of await workingCopies(payload, { collection, where, locale, sort: '-updatedAt' })) {
      const since = copy.updatedAt
      if (except.has(copy.id)) continue
      drafts.push({
        collection,
        id: copy.id,
        title: copy.title,
        state: 'draft',
        step: '',
        since,
        seq: 0,
        waitsFor: '',
        days: days(since),
        dueBy: null,
        overdue: false,
      })
    }
  }
  return drafts.sort((one, other) => (one.since > other.since ? -1 : 1)).slice(0, MOST)
}
