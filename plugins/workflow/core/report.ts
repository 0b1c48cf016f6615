import type { WorkflowDefinition } from './definition.ts'
import type { StoredEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { currentStep, type DefinitionLookup, EMPTY } from './state.ts'

/** One decision at a step. */
export interface DecidedStep {
  /** ISO 8601, UTC. */
  at: string
  collection: string
  definition: string
  step: string
  title: WorkflowDefinition['title']
  /** Who decided: id of the account, and the name as it was. */
  actor: string
  person: string
  outcome: 'passed' | 'approved' | 'returned' | 'refused'
  /** Working hours since the text arrived at the step. */
  hours: number
  /** Whether it took longer than the definition allows. */
  overdue: boolean
}

const OUTCOMES: ReadonlySet<string> = new Set(['passed', 'approved', 'returned', 'refused'])

/**
 * The decisions that one stream holds within a period, with the time each took. Imported texts that were approved
 * together waited for nobody and are left out. Pure.
 *
 * @param args.from inclusive, ISO 8601, UTC
 * @param args.to exclusive
 * @param args.hoursBetween working hours between two instants
 */
export const decidedSteps = (args: {
  collection: string
  events: readonly StoredEvent[]
  definitions: DefinitionLookup
  from: string
  to: string
  hoursBetween: (start: string, end: string) => number
}): DecidedStep[] => {
  const { collection, events, definitions, from, to, hoursBetween } = args
  const decided: DecidedStep[] = []
  let state = EMPTY
  for (const event of events) {
    const step = currentStep(state, definitions)
    const counts = OUTCOMES.has(event.type) && !state.run?.batch
    if (step && counts && event.at >= from && event.at < to) {
      const hours = hoursBetween(state.run!.arrivedAt, event.at)
      decided.push({
        at: event.at,
        collection,
        definition: definitions(state.run!.definition).name,
        step: step.name,
        title: step.title,
        actor: event.by.id,
        person: event.by.name,
        outcome: event.type as DecidedStep['outcome'],
        hours,
        overdue: step.due !== undefined && hours > step.due.within,
      })
    }
    state = evolve(state, event, definitions)
  }
  return decided
}

/** How long the decisions of one group took. */
export interface ReportLine {
  name: string
  decisions: number
  /** Working hours within which half of them, and nine in ten, were taken. */
  p50: number
  p90: number
  overdue: number
  returned: number
  refused: number
}

/**
 * Value below which a share of the values lies, by nearest rank.
 *
 * @param sorted ascending, not empty
 * @param share from 0 to 1
 */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!

/** Rounded to a tenth of an hour, as people read it. */
const tenths = (hours: number): number => Math.round(hours * 10) / 10

const ascending = (hours: readonly number[]): number[] => [...hours].sort((a, b) => a - b)

/** The time within which half of some things were done, in tenths of an hour; `null` of none. Pure. */
export const middle = (hours: readonly number[]): number | null =>
  hours.length ? tenths(quantile(ascending(hours), 0.5)) : null

const lineOf = (name: string, some: readonly DecidedStep[]): ReportLine => {
  const hours = ascending(some.map((one) => one.hours))
  const count = (test: (one: DecidedStep) => boolean) => some.filter(test).length
  return {
    name,
    decisions: some.length,
    p50: tenths(quantile(hours, 0.5)),
    p90: tenths(quantile(hours, 0.9)),
    overdue: count(({ overdue }) => overdue),
    returned: count(({ outcome }) => outcome === 'returned'),
    refused: count(({ outcome }) => outcome === 'refused'),
  }
}

/** Rows by the name of their group. */
const grouped = <Row>(rows: readonly Row[], nameOf: (row: Row) => string): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const name = nameOf(row)
    const there = groups.get(name)
    if (there) there.push(row)
    else groups.set(name, [row])
  }
  return groups
}

/** Names in a given order first, all others after them in that of the alphabet. */
const inOrder =
  (order: readonly string[]) =>
  (one: { name: string }, other: { name: string }): number => {
    const place = ({ name }: { name: string }) => (order.includes(name) ? order.indexOf(name) : order.length)
    return place(one) - place(other) || (one.name < other.name ? -1 : 1)
  }

/**
 * Groups decisions and tells of each group how long they took. Pure.
 *
 * @param nameOf name of the group of a decision
 * @param order names in the order in which they are told; all others follow in that of the alphabet
 */
export const reportLines = (
  decided: readonly DecidedStep[],
  nameOf: (one: DecidedStep) => string,
  order: readonly string[] = [],
): ReportLine[] => [...grouped(decided, nameOf)].map(([name, some]) => lineOf(name, some)).sort(inOrder(order))

/** A text that waits for somebody now. */
export interface OpenText {
  /** What it waits for: the title of a step. */
  step: string
  /** ISO 8601, UTC. */
  since: string
  /** By when it is to be decided, ISO 8601, UTC; empty when whenever. */
  dueBy: string
}

/** What waits at one step. */
export interface WaitingLine {
  name: string
  waiting: number
  overdue: number
  /** Since when the one that waits longest does, ISO 8601, UTC. */
  since: string
}

/**
 * Counts what waits at each step. Pure.
 *
 * @param now ISO 8601, UTC
 * @param order titles of steps in the order in which they are told; all others follow in that of the alphabet
 */
export const waitingLines = (open: readonly OpenText[], now: string, order: readonly string[] = []): WaitingLine[] =>
  [...grouped(open, ({ step }) => step)]
    .map(([name, some]) => ({
      name,
      waiting: some.length,
      overdue: some.filter((one) => isOverdue(one, now)).length,
      since: some.reduce((first, { since }) => (since < first ? since : first), some[0]!.since),
    }))
    .sort(inOrder(order))

/** Whether a text that waits should have been decided by now. */
export const isOverdue = ({ dueBy }: Pick<OpenText, 'dueBy'>, now: string): boolean => dueBy !== '' && dueBy <= now
