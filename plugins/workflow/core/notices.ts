import type { Context } from './context.ts'
import type { WorkflowDefinition } from './definition.ts'
import { lastDecision, type StoredEvent, type WorkflowEventType } from './events.ts'
import { evolve } from './evolve.ts'
import { type DocumentNoticeKind, NOTICE_KINDS, type NoticeKind } from './noticeKinds.ts'
import { type Action, permit } from './permit.ts'
import { type Acting, type Handed, isAuthority } from './powers.ts'
import { fittingDelegations, lacksStanding } from './standIn.ts'
import { type DefinitionLookup, EMPTY, type WorkflowState } from './state.ts'

/** One thing that one person is told. */
export interface Notice<Kind extends NoticeKind = NoticeKind> {
  kind: Kind
  /** Id of the person. */
  to: string
  /** `seq` of the event that it is about; of a reminder, the event by which the text arrived. */
  event: number
}

/** The trail of a document, and the facts that its rules need. */
export interface Trail {
  collection: string
  events: readonly StoredEvent[]
  context: Context
}

/** A person who may be told something. */
export interface Reader extends Acting {
  /** Powers that others handed to them, valid now. */
  delegated?: readonly Handed[]
}

/** Whether a person may take an action, in their own right or in that of somebody who delegated to them. */
const mayTake = (state: WorkflowState, action: Action, reader: Reader, { context, collection }: Place): boolean => {
  const own = permit(state, action, reader, context)
  if (!own || !lacksStanding(own)) return !own
  const handed = (reader.delegated ?? []).filter(
    ({ collections }) => !collections.length || collections.includes(collection),
  )
  return fittingDelegations({ state, action, person: reader, handed, context }).length > 0
}
type Place = Pick<Trail, 'context' | 'collection'>

/** Whether a person has the authority of a workflow, or stands in for somebody who has. */
const hasAuthority = (reader: Reader, definition: WorkflowDefinition): boolean =>
  isAuthority(reader, definition) ||
  (reader.delegated ?? []).some((handed) => isAuthority({ ...reader, handed }, definition))

/** What somebody may do about a document that waits. */
export type Awaited = 'approve' | 'publish' | 'ratify' | 'confirm-purge'

/**
 * What a document waits for a person to do; `undefined` when it does not wait for them. Asks the rules of the workflow,
 * so that whoever they let decide is told, and nobody else.
 */
export const awaitedOf = (state: WorkflowState, person: Reader, place: Place): Awaited | undefined => {
  const { run, unratified, purge } = state
  const open = run && !run.publishAt && !run.publishing ? run : undefined
  const isHeld = open && open.step >= place.context.definitions(open.definition).steps.length
  const deciding = isHeld ? 'publish' : 'approve'
  if (open && mayTake(state, deciding, person, place)) return deciding
  if (unratified && mayTake(state, 'ratify', person, place)) return 'ratify'
  return purge && mayTake(state, 'confirm-purge', person, place) ? 'confirm-purge' : undefined
}

/** What the open run waits at; changes whenever a text comes to a point at which somebody has to decide. */
const waitsAt = ({ run }: WorkflowState): string =>
  run && !run.publishAt && !run.publishing ? `${run.round} ${run.definition} ${run.step} ${run.arrivedAt}` : ''

/** A state with the event that led to where the document waits now. */
export interface Standing {
  state: WorkflowState
  /** `seq` of the event by which the open run arrived where it waits; 0 when it does not wait. */
  arrival: number
}

/** Where a document stands after its events. */
export const standingOf = (events: readonly StoredEvent[], definitions: DefinitionLookup): Standing => {
  let state = EMPTY
  let arrival = 0
  for (const event of events) {
    const before = waitsAt(state)
    state = evolve(state, event, definitions)
    const now = waitsAt(state)
    if (now !== before) arrival = now === '' ? 0 : event.seq
  }
  return { state, arrival }
}

/** Events after which an earlier notice about an edition is no longer true. */
const TURNS: ReadonlySet<WorkflowEventType> = new Set<WorkflowEventType>([
  'published',
  'publishedUrgently',
  'withdrawn',
  'restored',
  'expired',
])

/** Whether a later event changed what is public. */
const turnedSince = (events: readonly StoredEvent[], seq: number): boolean =>
  events.some((event) => event.seq > seq && TURNS.has(event.type))

/** Whether a notice is true as the document stands. Nothing else may be sent. */
export const stillTrue = (notice: Notice<DocumentNoticeKind>, person: Reader, trail: Trail): boolean => {
  const { events, context } = trail
  const { state, arrival } = standingOf(events, context.definitions)
  const event = events.find(({ seq }) => seq === notice.event)
  const decides = () => awaitedOf(state, person, trail) !== undefined
  if (!event) return false
  switch (notice.kind) {
    case 'urgent':
      // Whatever followed: everybody of the authority is to know that it happened.
      return true
    case 'ratify':
      return state.unratified?.event === event.seq && mayTake(state, 'ratify', person, trail)
    case 'purge':
      return state.purge?.event === event.seq && mayTake(state, 'confirm-purge', person, trail)
    case 'escalated':
      return event.type === 'escalated' && state.unratified?.event === event.event
    case 'overdue':
      return state.run?.overdue === true && arrival > 0 && arrival < event.seq
    case 'assigned':
      return event.type === 'assigned' && arrival > 0 && arrival < event.seq && holds(state, person, context.now)
    case 'arrived':
    case 'failed':
      // To the author it is news about their text and nothing to decide.
      return arrival === event.seq && (decides() || (notice.kind === 'failed' && state.run?.submitter === person.id))
    case 'reminder':
      return arrival === event.seq && !state.run?.overdue && decides()
    case 'returned':
    case 'refused':
      return lastDecision(events)?.seq === event.seq
    case 'published':
    case 'withdrawn':
      return !turnedSince(events, event.seq)
  }
}

const holds = ({ run }: WorkflowState, { id }: Reader, now: string): boolean =>
  run?.claim?.by === id && run.claim.until > now

/** Whoever wrote the edition that was made last, as far as they are to be told of its fate. */
const authorsBefore = (events: readonly StoredEvent[], seq: number): string[] => {
  const made = events.findLast(
    (event) => event.seq < seq && (event.type === 'submitted' || event.type === 'publishedUrgently'),
  )
  if (made?.type === 'publishedUrgently') return [...made.contributors, made.by.id]
  return made ? [made.by.id] : []
}

interface Told {
  kind: DocumentNoticeKind
  to: readonly string[]
}

/**
 * Whom one event concerns. A person may stand in several lines; the first counts.
 *
 * @param before the state before the event
 */
const toldOf = (
  event: StoredEvent,
  before: WorkflowState,
  { events, context }: Trail,
  people: readonly Reader[],
): Told[] => {
  const withRole = (role: string) => people.filter((person) => person.role === role).map(({ id }) => id)
  const submitter = before.run ? [before.run.submitter] : []
  switch (event.type) {
    case 'publishedUrgently': {
      const definition = context.definitions(event.definition)
      const authors = submitter.length ? submitter : event.contributors
      return [
        { kind: 'urgent', to: people.filter((one) => hasAuthority(one, definition)).map(({ id }) => id) },
        { kind: 'published', to: authors },
      ]
    }
    case 'withdrawn':
      return [
        ...(event.ratifyBy ? [{ kind: 'ratify' as const, to: people.map(({ id }) => id) }] : []),
        { kind: 'withdrawn', to: authorsBefore(events, event.seq) },
      ]
    case 'purgeProposed':
      return [{ kind: 'purge', to: people.map(({ id }) => id) }]
    case 'escalated':
    case 'overdue':
      return [{ kind: event.type, to: withRole(event.to) }]
    case 'assigned':
      return [{ kind: 'assigned', to: [event.to.id] }]
    case 'publicationFailed':
      return [{ kind: 'failed', to: [...people.map(({ id }) => id), ...submitter] }]
    case 'returned':
      return event.to === 'author' ? [{ kind: 'returned', to: submitter }] : []
    case 'refused':
    case 'published':
      return [{ kind: event.type, to: submitter }]
    default:
      return []
  }
}

/**
 * The notices that some events of a document cause, each person at most one an event. Only what is true now: a text that
 * has moved on waits for nobody where it was.
 *
 * @param seqs the events
 * @param people everybody who may be told
 */
export const noticesOf = (
  trail: Trail,
  seqs: ReadonlySet<number>,
  people: readonly Reader[],
): Notice<DocumentNoticeKind>[] => {
  const { events, context } = trail
  const byId = new Map(people.map((person) => [person.id, person]))
  const notices: Notice<DocumentNoticeKind>[] = []
  const { arrival } = standingOf(events, context.definitions)
  let state = EMPTY
  for (const event of events) {
    const before = state
    state = evolve(state, event, context.definitions)
    if (!seqs.has(event.seq)) continue
    const told = toldOf(event, before, trail, people)
    if (event.seq === arrival && event.type !== 'publicationFailed')
      told.push({ kind: 'arrived', to: people.map(({ id }) => id) })
    const done = new Set<string>([event.by.id])
    for (const { kind, to } of told)
      for (const id of to) {
        const person = byId.get(id)
        const notice = { kind, to: id, event: event.seq }
        if (!person || done.has(id) || !stillTrue(notice, person, trail)) continue
        done.add(id)
        notices.push(notice)
      }
  }
  return notices
}

/** Reminders of a document whose deadline is near: to everybody who may decide on it. */
export const remindersOf = (trail: Trail, people: readonly Reader[]): Notice<DocumentNoticeKind>[] => {
  const { arrival } = standingOf(trail.events, trail.context.definitions)
  if (arrival === 0) return []
  return people
    .map((person) => ({ person, notice: { kind: 'reminder' as const, to: person.id, event: arrival } }))
    .filter(({ person, notice }) => stillTrue(notice, person, trail))
    .map(({ notice }) => notice)
}

/** The notices of one person as entries of a mail: one a document, the most pressing. */
export const mostPressing = <One extends { kind: NoticeKind; document: string; event: number }>(
  notices: readonly One[],
): One[] => {
  const best = new Map<string, One>()
  const rank = ({ kind, event }: One) => NOTICE_KINDS.indexOf(kind) * 1e6 - event
  for (const one of notices) {
    const other = best.get(one.document)
    if (!other || rank(one) < rank(other)) best.set(one.document, one)
  }
  return [...best.values()].sort((one, other) => rank(one) - rank(other))
}
