import type { Payload } from 'payload'
import { keepContent, readWorkingCopy, Unpublishable, type WorkingCopy } from '../../publications/index.ts'
import { type Command, type Context, decide, mayChange } from '../core/decide.ts'
import type { WorkflowDefinition } from '../core/definition.ts'
import type { Actor, Address, StoredEvent, WorkflowEvent } from '../core/events.ts'
import type { Action } from '../core/permit.ts'
import { type Refusal, refusal } from '../core/refusal.ts'
import { currentStep } from '../core/state.ts'
import { keepDefinition } from '../store/registry.ts'
import { appendEvent, streamOf } from '../store/stream.ts'
import type { WorkflowOptions } from '../types.ts'
import { finish, reserveAddress } from './finish.ts'
import { freezeNow } from './freezeNow.ts'
import { type LoadedStream, loadStream } from './load.ts'
import { peopleByRole } from './people.ts'

export interface ActInput {
  payload: Payload
  options: WorkflowOptions
  collection: string
  id: string | number
  action: Action
  actor: Actor
  /** Whether the access rules of the collection let this person change this document. */
  mayEdit: boolean
  expected?: number
  reason?: string
  comment?: string
  changeNote?: string
  /** Instant to publish at, ISO 8601 with its zone. */
  publishAt?: string
}

export type ActOutcome = { row: WorkingCopy; loaded: LoadedStream } | { refusal: Refusal }

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

const stale = (loaded: LoadedStream, expected: number): Refusal =>
  refusal(
    'WORKFLOW_STALE',
    'Văn bản vừa có thay đổi; xin xem lại rồi quyết định.',
    'Something happened to this text meanwhile; look again, then decide.',
    { seq: loaded.state.seq, happened: happenedSince(loaded.events, expected) },
  )

/** Whether these events put the run's text before the public, at once, at a set time or by what follows them by itself. */
const publishes = (events: readonly WorkflowEvent[], definition: WorkflowDefinition | undefined): boolean =>
  events.some(
    (event) =>
      event.type === 'published' ||
      event.type === 'scheduled' ||
      (event.type === 'approved' &&
        event.final &&
        (event.publishAt !== undefined || definition?.onApproved === 'publish')),
  )

/**
 * Takes one action on one document: load, decide, append, project. Every way in (REST, GraphQL, command line) ends
 * here. Runs outside Payload's transactions; who comes second gets `WORKFLOW_STALE` and what happened meanwhile.
 *
 * Everything that can fail before publication (address, files) is reserved before the approval that would publish is
 * written, so that a refused approval leaves nothing behind.
 */
export const act = async (input: ActInput): Promise<ActOutcome> => {
  const { payload, options, collection, id, action, actor, expected } = input
  const row = await readWorkingCopy({ payload, collection, id })
  if (!row) return { refusal: missing() }
  const ref = { collection, key: row.key }
  const document = streamOf(collection, row.key)
  const loaded = await finish(payload, ref)
  const { state, definitions } = loaded
  if (expected !== undefined && expected !== state.seq) return { refusal: stale(loaded, expected) }

  const definition = options.definitions[collection]!
  const current = { definition, hash: await keepDefinition(payload, definition) }
  const step = currentStep(state, definitions)
  const freezes = action === 'submit' || (action === 'approve' && step?.kind === 'edit')
  const now = freezes ? await freezeNow({ payload, options, collection, row, state }) : undefined
  const context: Context = {
    definitions: (hash) => definitions(hash) ?? definition,
    current,
    mayEdit: input.mayEdit && mayChange(state, actor.role, definitions),
    frozen: now?.facts,
    people: action === 'submit' ? await peopleByRole(payload, options) : undefined,
  }
  const at = options.clock.now().toISOString()
  const command: Command = {
    action,
    by: actor,
    at,
    expected,
    reason: input.reason,
    comment: input.comment,
    changeNote: input.changeNote,
    publishAt: input.publishAt,
  }

  // Decided once without the address: nothing is reserved for someone who may not act.
  const rehearsal = decide(state, command, { ...context, address: { slug: '', url: '' } })
  if ('refusal' in rehearsal) return rehearsal
  if (state.run && publishes(rehearsal.events, definitions(state.run.definition))) {
    const reserved = await reserveForPublication(payload, ref, state.run.contentHash, options)
    if ('refusal' in reserved) return reserved
    context.address = reserved.address
  }
  if (now) await keepContent({ payload, frozen: now.frozen })

  const decision = decide(state, command, context)
  if ('refusal' in decision) return decision
  let seq = state.seq
  for (const event of decision.events) {
    const appended = await appendEvent({ payload, document, event, expected: seq })
    if (appended.outcome !== 'appended') return { refusal: stale(await loadStream(payload, document), state.seq) }
    seq = appended.row.seq
  }
  return { row, loaded: await finish(payload, ref) }
}

const reserveForPublication = async (
  payload: Payload,
  ref: { collection: string; key: string },
  contentHash: string,
  options: WorkflowOptions,
): Promise<{ address: Address } | { refusal: Refusal }> => {
  try {
    const address = await reserveAddress({ payload, ref, contentHash, at: options.clock.now() })
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
