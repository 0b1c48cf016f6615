import type { Payload } from 'payload'
import { dayBounds } from '../../../lib/time/periods.ts'
import {
  canonicalJson,
  type FrozenContent,
  readContents,
  record,
  recordedKeys,
  reserve,
  Unpublishable,
  urlOf,
} from '../../publications/index.ts'
import { type Address, lastDecision, type StoredEvent, SYSTEM, type WorkflowEvent } from '../core/events.ts'
import { expiryDue, publicationDue, published } from '../core/schedule.ts'
import { EMPTY, evolve } from '../core/state.ts'
import { workflowOptions } from '../options.ts'
import { appendEvent, fromRow, streamOf } from '../store/stream.ts'
import { type LoadedStream, loadStream, withEvent } from './load.ts'
import { project } from './project.ts'

export interface DocumentRef {
  collection: string
  key: string
}

/** Id of an event; the key of the row it causes in the publications log. */
export const eventKey = (document: string, seq: number): string => `${document}#${seq}`

/** Types of events that require a row in the publications log. */
export const PUBLIC: ReadonlySet<string> = new Set(['published', 'withdrawn', 'expired'])

/** Writes the missing publication rows for the events of a stream, in order. */
const recordPublic = async (
  payload: Payload,
  ref: DocumentRef,
  { events, definitions }: LoadedStream,
): Promise<void> => {
  const document = streamOf(ref.collection, ref.key)
  const due = events.filter((event) => PUBLIC.has(event.type))
  const there = await recordedKeys({ payload, keys: due.map((event) => eventKey(document, event.seq)) })
  if (due.every((event) => there.has(eventKey(document, event.seq)))) return
  let state = EMPTY
  for (const event of events) {
    const before = state
    state = evolve(state, event, definitions)
    const key = eventKey(document, event.seq)
    if (there.has(key)) continue
    if (event.type === 'published')
      await record({
        payload,
        entry: {
          key,
          kind: 'published',
          collection: ref.collection,
          document: ref.key,
          url: event.url,
          slug: event.slug,
          edition: event.edition,
          contentHash: event.contentHash,
          major: event.edition === 1 || Boolean(event.changeNote),
          changeNote: event.changeNote ?? null,
          capacities: canonicalJson((before.run?.approvals ?? []).map(({ step, capacity }) => ({ step, capacity }))),
          eventsHead: event.hash,
          at: event.at,
        },
      })
    if (event.type === 'withdrawn' || event.type === 'expired')
      await record({
        payload,
        entry: {
          key,
          kind: event.type,
          collection: ref.collection,
          document: ref.key,
          url: before.url ?? '',
          slug: before.slug ?? '',
          edition: event.edition,
          contentHash: lastPublishedHash(events, event.seq),
          major: true,
          changeNote: event.type === 'withdrawn' ? event.reason : null,
          capacities: canonicalJson([{ step: event.type, capacity: event.by.capacity }]),
          eventsHead: event.hash,
          at: event.at,
        },
      })
  }
}

const lastPublishedHash = (events: readonly StoredEvent[], before: number): string => {
  const last = events.findLast((event) => event.type === 'published' && event.seq < before)
  return last?.type === 'published' ? last.contentHash : ''
}

/** Instant at which a content expires, from the public field that is configured for its collection. */
const expiryOf = (payload: Payload, { collection, fields }: FrozenContent): string | undefined => {
  const field = workflowOptions(payload.config).expires?.[collection]
  const day = field === undefined ? undefined : fields[field]
  return typeof day === 'string' ? dayBounds(day).end.toISOString() : undefined
}

/** A frozen content, or `undefined` when it no longer exists. */
export const contentOf = async (payload: Payload, contentHash: string): Promise<FrozenContent | undefined> =>
  (await readContents({ payload, hashes: [contentHash] })).get(contentHash)

/** The address of a content once it is published, and its expiry. */
export const addressOf = (payload: Payload, ref: DocumentRef, content: FrozenContent): Address => {
  const slug = String(content.fields.slug)
  const expiresAt = expiryOf(payload, content)
  return { slug, url: urlOf(payload, ref.collection, slug), ...(expiresAt ? { expiresAt } : {}) }
}

/**
 * Reserves what publishing a content requires: its address and its files.
 *
 * @returns the address, or `undefined` when another document holds it
 * @throws Unpublishable when a file is missing or changed, or the content is missing
 */
export const reserveAddress = async (args: {
  payload: Payload
  ref: DocumentRef
  content: FrozenContent | undefined
  at: Date
}): Promise<Address | undefined> => {
  const { payload, ref, content, at } = args
  if (!content) throw new Unpublishable('The content is missing')
  const outcome = await reserve({ payload, document: streamOf(ref.collection, ref.key), content, at })
  return outcome === 'reserved' ? addressOf(payload, ref, content) : undefined
}

/** The automatic event that is due at an instant, before checking whether it is possible. */
const dueNow = ({ state, events, definitions }: LoadedStream, now: string) =>
  publicationDue(state, definitions, lastDecision(events), now) ?? expiryDue(state, now)

/** The next automatic event of a document, or `undefined` when none is due or a temporary failure prevents it. */
const nextByItself = async (
  payload: Payload,
  ref: DocumentRef,
  { state, events, definitions }: LoadedStream,
  now: string,
): Promise<WorkflowEvent | undefined> => {
  const due = publicationDue(state, definitions, lastDecision(events), now)
  if (!due) return expiryDue(state, now)
  const { contentHash } = state.run!
  const failed = (reason: string): WorkflowEvent => ({
    type: 'publicationFailed',
    by: SYSTEM,
    at: now,
    contentHash,
    reason,
  })
  try {
    const content = await contentOf(payload, contentHash)
    const address = await reserveAddress({ payload, ref, content, at: new Date(due.at) })
    return address ? published(state, due, address) : failed('Địa chỉ của văn bản đã thuộc về văn bản khác.')
  } catch (error) {
    const document = streamOf(ref.collection, ref.key)
    if (!(error instanceof Unpublishable)) {
      // The disk or the database may recover. Write nothing, and let the next round retry.
      payload.logger.error({ msg: 'publication put off', document, err: error })
      return undefined
    }
    payload.logger.error({ msg: 'publication failed', document, err: error })
    return failed('Nội dung hoặc một tệp của văn bản bị thiếu hoặc đã đổi.')
  }
}

const nowOf = (payload: Payload): string => workflowOptions(payload.config).clock.now().toISOString()

/**
 * Carries out the due automatic events of one document, starting from a stream that was just read, and updates the
 * publications log and the projections.
 *
 * @returns the stream afterwards
 */
export const finishFrom = async (payload: Payload, ref: DocumentRef, from: LoadedStream): Promise<LoadedStream> => {
  const document = streamOf(ref.collection, ref.key)
  const now = nowOf(payload)
  let loaded = from
  for (;;) {
    const event = await nextByItself(payload, ref, loaded, now)
    if (!event) break
    const { seq, head } = loaded.state
    const appended = await appendEvent({ payload, document, event, expected: seq, head })
    loaded =
      appended.outcome === 'appended' ? withEvent(loaded, fromRow(appended.row)) : await loadStream(payload, document)
  }
  await recordPublic(payload, ref, loaded)
  await project(payload, ref, loaded)
  return loaded
}

/**
 * Loads the stream of a document for a decision. Due automatic events, and a publication interrupted by a crash, are
 * finished first, so that nobody acts in between.
 */
export const loadToDecide = async (payload: Payload, ref: DocumentRef): Promise<LoadedStream> => {
  const loaded = await loadStream(payload, streamOf(ref.collection, ref.key))
  return dueNow(loaded, nowOf(payload)) ? finishFrom(payload, ref, loaded) : loaded
}

/**
 * Carries out the due automatic events of one document and finishes what a crash may have interrupted: the publication
 * after the last approval or at its scheduled time, the expiry of an edition, the rows of the publications log, and the
 * projections. Idempotent, and safe to run in several processes at once.
 *
 * @returns the stream afterwards
 */
export const finish = async (payload: Payload, ref: DocumentRef): Promise<LoadedStream> =>
  finishFrom(payload, ref, await loadStream(payload, streamOf(ref.collection, ref.key)))
