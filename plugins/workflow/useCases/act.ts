import type { Payload } from 'payload'
import { defaultLocale, type FrozenContent, keepContent, liveDocumentAt } from '../../publications/index.ts'
import type { Command, Decision } from '../core/command.ts'
import type { Context } from '../core/context.ts'
import { decide, mayChange } from '../core/decide.ts'
import { definitionHash } from '../core/definition.ts'
import type { StoredEvent, WorkflowEvent } from '../core/events.ts'
import { type Person, partsOf } from '../core/groups.ts'
import { type Action, permit } from '../core/permit.ts'
import { type Refusal, refusal } from '../core/refusal.ts'
import { rules } from '../core/rules.ts'
import { lacksStanding, standIn } from '../core/standIn.ts'
import { currentStep, type WorkflowState } from '../core/state.ts'
import { changedFields, definitionFor, ignoringSteps } from '../core/variants.ts'
import { keyOf } from '../store/documents.ts'
import { DefinitionChanged, keepDefinition } from '../store/registry.ts'
import { streamOf } from '../store/stream.ts'
import type { WorkflowOptions } from '../types.ts'
import { awayOn } from './absences.ts'
import { restOfPerson } from './accounts.ts'
import { appendAll } from './appendAll.ts'
import { handedTo } from './delegations.ts'
import { addressOf, contentOf, type DocumentRef, finishFrom, loadToDecide } from './finish.ts'
import { freezeNow } from './freezeNow.ts'
import { definitionInForce } from './inForce.ts'
import { type LoadedStream, loadStream } from './load.ts'
import { membersOf, personByAddress } from './people.ts'
import { textsOfOthers } from './purge.ts'
import { reserveForPublication } from './reserveForPublication.ts'
import { workingHoursOf } from './workingHours.ts'

export interface ActInput {
  payload: Payload
  options: WorkflowOptions
  collection: string
  id: string | number
  action: Action
  actor: Person
  /** Whether the access rules of the collection let this person update this document. */
  mayEdit: boolean
  expected?: number
  reason?: string
  comment?: string
  changeNote?: string
  /** Of a correction: whether subscribers are told of it as of a new text. */
  major?: boolean
  /** Id of the delegation with which the person acts. */
  as?: string
  /** Names of the items of the step's checklist that were ticked. */
  checklist?: string[]
  /** Address of the document that a withdrawn one leads to: a path of the website, or a whole address. */
  leadsTo?: string
  /** Number of the edition whose content is to be erased. */
  edition?: number
  /** Mail address of the person to whom the step is assigned. */
  assignTo?: string
  /** Instant of publication, ISO 8601 with a time zone. */
  publishAt?: string
}

export type ActOutcome = { loaded: LoadedStream } | { refusal: Refusal }

const missing = (): Refusal =>
  refusal(
    'NOT_FOUND',
    'Không tìm thấy văn bản này; có thể nó đã bị xóa.',
    'This document cannot be found; it may have been deleted.',
  )

const happenedSince = (events: readonly StoredEvent[], seq: number) =>
  events
    .filter((event) => event.seq > seq)
    .map((event) => ({ seq: event.seq, type: event.type, by: event.by.name, at: event.at }))

/** The refusal if events were appended since the person's view, with a list of them. */
const staleness = (loaded: LoadedStream, expected: number): Refusal | undefined => {
  const passed = rules.nothingSince(loaded.state, expected)
  return passed && { ...passed, happened: happenedSince(loaded.events, expected) }
}

const beingSaved = (seq: number): Refusal =>
  refusal(
    'WORKFLOW_STALE',
    'Văn bản đang được người khác lưu; xin xem lại nội dung rồi làm lại.',
    'Somebody is saving this text right now; look at it again, then try once more.',
    { seq },
  )

/** Nobody can approve what nobody can read any more. */
const contentChanged = (): Refusal =>
  refusal(
    'WORKFLOW_CONTENT_CHANGED',
    'Nội dung đã chốt của văn bản này không còn nguyên vẹn nên không duyệt được; xin trả lại để trình lại, và báo quản trị viên.',
    'The frozen text of this document is no longer intact, so it cannot be approved; return it to be submitted anew, and tell the administrator.',
  )

/** Whether these events publish the text of the run, at once or at a scheduled time. */
const publishes = (events: readonly WorkflowEvent[]): boolean =>
  events.some(
    (event) =>
      event.type === 'published' ||
      event.type === 'publishedUrgently' ||
      event.type === 'restored' ||
      event.type === 'scheduled' ||
      (event.type === 'approved' && event.final && event.publishAt !== undefined),
  )

/** Actions after which somebody must be left to approve each step. */
const ASKS_PEOPLE: ReadonlySet<Action> = new Set<Action>(['submit', 'correct', 'move'])
/** Actions that set a deadline in working hours. */
const TIMED: ReadonlySet<Action> = new Set<Action>(['claim', 'assign', 'withdraw', 'publish-urgently'])
/** Refusals that come before the question who may act. */
const EARLIER: ReadonlySet<Refusal['code']> = new Set<Refusal['code']>(['WORKFLOW_EXPECTED_MISSING', 'WORKFLOW_STALE'])
/** Maximum number of freezes when concurrent saves change the text. */
const MOST_FREEZES = 5

/**
 * Takes one action on one document: load, decide, append, project, each once. Every entry point (REST, GraphQL, command
 * line) ends here. Runs outside Payload's transactions. Whoever loses a race gets `WORKFLOW_STALE` and the events that
 * happened meanwhile.
 *
 * Address and files are reserved before the approval that publishes is written. They are all that can fail before
 * publication, so a refused approval leaves nothing behind.
 */
export const act = async (input: ActInput): Promise<ActOutcome> => {
  const { payload, collection, id, expected } = input
  const key = await keyOf({ payload, collection, id })
  if (key === undefined) return { refusal: missing() }
  const ref = { collection, key }
  try {
    const loaded = await loadToDecide(payload, ref)
    const { seq } = loaded.state
    const passed = expected === undefined ? undefined : staleness(loaded, expected)
    if (passed) return { refusal: passed }
    const decision = await decideOnce(input, ref, loaded)
    if ('refusal' in decision) return decision
    const now = await appendAll(payload, ref, loaded, decision.events)
    if (!now) {
      const meanwhile = await loadStream(payload, streamOf(collection, key))
      return { refusal: staleness(meanwhile, seq) ?? beingSaved(meanwhile.state.seq) }
    }
    return { loaded: await finishFrom(payload, ref, now) }
  } catch (error) {
    if (error instanceof DefinitionChanged) return { refusal: error.refusal }
    throw error
  }
}

/** Hash of the frozen content that a decision is about, apart from one that it freezes itself. */
const neededContent = (
  state: WorkflowState,
  action: Action,
  mayPublish: boolean,
  freezes: boolean,
): string | undefined => {
  if (action === 'restore') return state.lastPublished?.contentHash
  return !freezes && (action === 'approve' || mayPublish) ? state.run?.contentHash : undefined
}

/** A lookup of the instant after an amount of working hours from now. */
const deadlines = async (payload: Payload, now: Date) => {
  const after = await workingHoursOf(payload)
  return (hours: number) => after(now.toISOString(), hours)
}

/** Decides on the stored state. Stores and reserves what the decision requires. */
const decideOnce = async (input: ActInput, ref: DocumentRef, loaded: LoadedStream): Promise<Decision> => {
  const { payload, options, collection, id, action, leadsTo } = input
  const { state, definitions } = loaded
  const definition = options.definitions[collection]!
  const variants = options.variants?.[collection] ?? []
  const now = options.clock.now()
  const assignee = input.assignTo === undefined ? undefined : await personByAddress(payload, options, input.assignTo)
  const step = currentStep(state, definitions)
  const begins = action === 'submit' || action === 'correct'
  const freezes = begins || action === 'publish-urgently' || (action === 'approve' && step?.kind === 'edit')
  const needed = neededContent(state, action, !step || action === 'schedule', freezes)
  const content = needed === undefined ? undefined : await contentOf(payload, needed)
  const context: Context = {
    definitions,
    now: now.toISOString(),
    current: { definition, hash: freezes ? await keepDefinition(payload, definition) : definitionHash(definition) },
    mayEdit: input.mayEdit && mayChange(state, input.actor, definitions),
    inForce: action === 'move' ? await definitionInForce(payload, options, collection, state) : undefined,
    people:
      ASKS_PEOPLE.has(action) || (step && partsOf(step).some(({ quorum }) => quorum === 'all'))
        ? await membersOf(payload, options)
        : undefined,
    address: content && addressOf(payload, ref, content),
    expiresField: options.expires?.[collection],
    afterWorkingHours: TIMED.has(action) ? await deadlines(payload, now) : undefined,
    assignee,
    assigneeAway: assignee && (await awayOn(payload, options, now, assignee.id)).get(assignee.id),
    document: streamOf(collection, ref.key),
    target: leadsTo === undefined ? undefined : await liveDocumentAt({ payload, address: leadsTo }),
  }
  const rests = await restOfPerson(payload, options, input.actor.id)
  const actor = { ...input.actor, ...(rests ? { rests } : {}) }
  const own = permit(state, action, actor, context)
  const delegated = input.as !== undefined || (own !== undefined && lacksStanding(own))
  const handed = delegated ? await handedTo({ payload, options, person: actor.id, collection, now }) : []
  const stands = standIn({ state, action, person: actor, handed, as: input.as, context })
  const command: Command = {
    action,
    by: 'acting' in stands ? stands.acting : actor,
    at: now.toISOString(),
    expected: input.expected,
    reason: input.reason,
    comment: input.comment,
    changeNote: input.changeNote,
    publishAt: input.publishAt,
    major: input.major,
    edition: input.edition,
    checklist: input.checklist,
    leadsOn: leadsTo !== undefined,
  }
  /** The refusal of whoever lacks the standing says why no delegation helps. */
  const decided = (given: Context): Decision => {
    const decision = decide(state, command, given)
    const unfit =
      'refusal' in stands && (input.as !== undefined || ('refusal' in decision && lacksStanding(decision.refusal)))
    const earlier = 'refusal' in decision && EARLIER.has(decision.refusal.code)
    return unfit && !earlier ? stands : decision
  }
  if (!freezes) {
    const decision = decided({ ...context, ofOthers: new Set() })
    if ('refusal' in decision) return decision
    // Looking for them reads the whole trail, which nobody causes who may not erase.
    if (action === 'confirm-purge')
      return decided({ ...context, ofOthers: await textsOfOthers(payload, context.document!, state) })
    if (action === 'move') await keepDefinition(payload, context.inForce!.definition)
    if ((action === 'approve' || publishes(decision.events)) && !content) return { refusal: contentChanged() }
    if (!publishes(decision.events)) return decision
    const reserved = await reserveForPublication(payload, ref, content, options)
    return 'refusal' in reserved ? reserved : decision
  }
  const reviewed = state.run && step ? await contentOf(payload, state.run.contentHash) : undefined
  const inForce = variants.length && state.live ? await contentOf(payload, state.lastPublished!.contentHash) : undefined
  const original = defaultLocale(payload.config)
  /** What depends on the text that is frozen: the definition that a run follows, and the approvals that stand. */
  const looks = async (content: FrozenContent): Promise<Partial<Context>> => {
    if (step)
      return reviewed
        ? { ignoring: ignoringSteps(definitions(state.run!.definition), changedFields(reviewed, content)) }
        : {}
    const subject = { content, inForce, correction: action === 'correct', original }
    const follow = definitionFor(definition, variants, subject)
    return follow === definition ? {} : { current: { definition: follow, hash: await keepDefinition(payload, follow) } }
  }
  for (let attempt = 0; attempt < MOST_FREEZES; attempt += 1) {
    const text = await freezeNow({ payload, options, collection, id, state })
    if (!text) return { refusal: missing() }
    const { content: taken } = text.frozen
    // A text with faults may have no address yet; it is refused before the address matters.
    const address = text.facts.faults.length ? context.address : addressOf(payload, ref, taken)
    const frozenNow = { ...context, frozen: text.facts, address, ...(await looks(taken)) }
    const decision = decided(frozenNow)
    if ('refusal' in decision) return decision
    await keepContent({ payload, frozen: text.frozen })
    if (!(await text.unchanged())) continue
    const reserved = publishes(decision.events) ? await reserveForPublication(payload, ref, taken, options) : decision
    return 'refusal' in reserved ? reserved : decision
  }
  return { refusal: beingSaved(state.seq) }
}
