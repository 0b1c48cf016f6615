import type { Payload } from 'payload'
import { type FrozenContent, keepContent, Unpublishable } from '../../publications/index.ts'
import type { Context } from '../core/context.ts'
import { type Command, type Decision, decide, mayChange } from '../core/decide.ts'
import { definitionHash } from '../core/definition.ts'
import type { Actor, Address, StoredEvent, WorkflowEvent } from '../core/events.ts'
import type { Action } from '../core/permit.ts'
import { type Refusal, refusal } from '../core/refusal.ts'
import { rules } from '../core/rules.ts'
import { currentStep, isFinal } from '../core/state.ts'
import { keyOf } from '../store/documents.ts'
import { DefinitionChanged, keepDefinition } from '../store/registry.ts'
import { appendEvent, fromRow, streamOf } from '../store/stream.ts'
import type { WorkflowOptions } from '../types.ts'
import { addressOf, contentOf, type DocumentRef, finishFrom, loadToDecide, reserveAddress } from './finish.ts'
import { freezeNow } from './freezeNow.ts'
import { type LoadedStream, loadStream, withEvent } from './load.ts'
import { peopleByRole } from './people.ts'

export interface ActInput {
  payload: Payload
  options: WorkflowOptions
  collection: string
  id: string | number
  action: Action
  actor: Actor
  /** Whether the access rules of the collection let this person update this document. */
  mayEdit: boolean
  expected?: number
  reason?: string
  comment?: string
  changeNote?: string
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
      event.type === 'scheduled' ||
      (event.type === 'approved' && event.final && event.publishAt !== undefined),
  )

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
    const now = await append(payload, ref, loaded, decision.events)
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

/** Decides on the stored state. Stores and reserves what the decision requires. */
const decideOnce = async (input: ActInput, ref: DocumentRef, loaded: LoadedStream): Promise<Decision> => {
  const { payload, options, collection, id, action } = input
  const { state, definitions } = loaded
  const definition = options.definitions[collection]!
  const step = currentStep(state, definitions)
  const freezes = action === 'submit' || (action === 'approve' && step?.kind === 'edit')
  const last = state.run && (!step || isFinal(state, definitions))
  const decides = state.run && action === 'approve' && !freezes
  const content = last || decides ? await contentOf(payload, state.run!.contentHash) : undefined
  const context: Context = {
    definitions,
    current: {
      definition,
      hash: action === 'submit' ? await keepDefinition(payload, definition) : definitionHash(definition),
    },
    mayEdit: input.mayEdit && mayChange(state, input.actor.role, definitions),
    people: action === 'submit' ? await peopleByRole(payload, options) : undefined,
    address: content && addressOf(payload, ref, content),
    expiresField: options.expires?.[collection],
  }
  const command: Command = {
    action,
    by: input.actor,
    at: options.clock.now().toISOString(),
    expected: input.expected,
    reason: input.reason,
    comment: input.comment,
    changeNote: input.changeNote,
    publishAt: input.publishAt,
  }
  if (!freezes) {
    const decision = decide(state, command, context)
    if ('refusal' in decision) return decision
    if ((decides || publishes(decision.events)) && !content) return { refusal: contentChanged() }
    if (!publishes(decision.events)) return decision
    const reserved = await reserveForPublication(payload, ref, content, options)
    return 'refusal' in reserved ? reserved : decision
  }
  for (let attempt = 0; attempt < MOST_FREEZES; attempt += 1) {
    const now = await freezeNow({ payload, options, collection, id, state })
    if (!now) return { refusal: missing() }
    const decision = decide(state, command, { ...context, frozen: now.facts })
    if ('refusal' in decision) return decision
    await keepContent({ payload, frozen: now.frozen })
    if (await now.unchanged()) return decision
  }
  return { refusal: beingSaved(state.seq) }
}

/**
 * Appends the decided events in order.
 *
 * @returns the stream including them, or `undefined` when someone else appended first
 */
const append = async (
  payload: Payload,
  ref: DocumentRef,
  loaded: LoadedStream,
  events: readonly WorkflowEvent[],
): Promise<LoadedStream | undefined> => {
  const document = streamOf(ref.collection, ref.key)
  let now = loaded
  for (const event of events) {
    const { seq, head } = now.state
    const appended = await appendEvent({ payload, document, event, expected: seq, head })
    if (appended.outcome === 'appended') now = withEvent(now, fromRow(appended.row))
    // Once the first event is appended, the decision stands. Another process may already have appended its
    // consequences.
    else return now === loaded ? undefined : loadStream(payload, document)
  }
  return now
}

const reserveForPublication = async (
  payload: Payload,
  ref: DocumentRef,
  content: FrozenContent | undefined,
  options: WorkflowOptions,
): Promise<{ address: Address } | { refusal: Refusal }> => {
  try {
    const address = await reserveAddress({ payload, ref, content, at: options.clock.now() })
    return address
      ? { address }
      : {
          refusal: refusal(
            'CONTENT_INVALID',
            'Địa chỉ của văn bản đã thuộc về văn bản khác; xin trả lại để đổi địa chỉ.',
            'The address belongs to another document; return the text to have it changed.',
            {
              fields: [{ path: 'slug', message: { vi: 'Địa chỉ đã được dùng.', en: 'The address is taken.' } }],
            },
          ),
        }
  } catch (error) {
    payload.logger.error({
      msg: 'publication could not be reserved',
      document: streamOf(ref.collection, ref.key),
      err: error,
    })
    if (!(error instanceof Unpublishable))
      return {
        refusal: refusal(
          'TRY_AGAIN',
          'Máy chủ chưa lưu được tệp; xin thử lại sau ít phút.',
          'The server could not keep the files; try again in a few minutes.',
        ),
      }
    return {
      refusal: refusal(
        'FILE_CHANGED',
        'Một tệp của văn bản bị thiếu hoặc đã đổi; xin trả lại để tải tệp lên lại.',
        'A file of this document is missing or changed; return the text to have it uploaded again.',
      ),
    }
  }
}
