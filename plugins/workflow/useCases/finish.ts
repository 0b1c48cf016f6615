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

/** Id of an event, the key of what it causes in the publications log. */
export const eventKey = (document: string, seq: number): string => `${document}#${seq}`

/** Types of events for which a row must stand in the publications log. */
export const PUBLIC: ReadonlySet<string> = new Set(['published', 'withdrawn', 'expired'])

/** Writes the publication rows that events of a stream ask for and that are not there yet, in order. */
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

/** Until when a content is shown, from the public field that its collection names. */
const expiryOf = (payload: Payload, { collection, fields }: FrozenContent): string | undefined => {
  const field = workflowOptions(payload.config).expires?.[collection]
  const day = field === undefined ? undefined : fields[field]
  return typeof day === 'string' ? dayBounds(day).end.toISOString() : undefined
}

/** A frozen content, or `undefined` when it is not there any more. */
export const contentOf = async (payload: Payload, contentHash: string): Promise<FrozenContent | undefined> =>
  (await readContents({ payload, hashes: [contentHash] })).get(contentHash)

/** Where a content is shown once it is published, and until when. */
export const addressOf = (payload: Payload, ref: DocumentRef, content: FrozenContent): Address => {
  const slug = String(content.fields.slug)
  const expiresAt = expiryOf(payload, content)
  return { slug, url: urlOf(payload, ref.collection, slug), ...(expiresAt ? { expiresAt } : {}) }
}

/**
 * Reserves what publishing a content needs: its address and its files.
 *
 * @returns where it will be shown, or `undefined` when another document holds the address
 * @throws Unpublishable when a file is gone or changed, or the content is not there
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

/** What is due by itself at an instant, before it is known whether it can be done. */
const dueNow = ({ state, events, definitions }: LoadedStream, now: string) =>
  publicationDue(state, definitions, lastDecision(events), now) ?? expiryDue(state, now)

/** The next event that happens to a document by itself at an instant, or `undefined`; also while the disk refuses it. */
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
      // The disk or the database may be well again in a while: nothing is written, and the next round tries again.
      payload.logger.error({ msg: 'publication put off', document, err: error })
      return undefined
    }
    payload.logger.error({ msg: 'publication failed', document, err: error })
    return failed('Nội dung hoặc một tệp của văn bản bị thiếu hoặc đã đổi.')
  }
}

const nowOf = (payload: Payload): string => workflowOptions(payload.config).clock.now().toISOString()

/**
 * Does with one document, from its stream as it was just read, what is to happen by itself, and brings the publications
 * log and the projections up to it.
 *
 * @returns the stream as it stands afterwards
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
 * Reads a document's stream to decide on it. Should something have come due by itself, or a crash have left a
 * publication half-done, it is done first, so that nobody acts in between.
 */
export const loadToDecide = async (payload: Payload, ref: DocumentRef): Promise<LoadedStream> => {
  const loaded = await loadStream(payload, streamOf(ref.collection, ref.key))
  return dueNow(loaded, nowOf(payload)) ? finishFrom(payload, ref, loaded) : loaded
}

/**
 * Does with one document what is to happen by itself, and finishes what a crash may have left half-done: the
 * publication that follows the last approval or whose time has come, the end of an edition's time, the rows of the
 * publications log, the projections. All of it can be repeated by any number of processes at once.
 *
 * @returns the stream as it stands afterwards
 */
export const finish = async (payload: Payload, ref: DocumentRef): Promise<LoadedStream> =>
  finishFrom(payload, ref, await loadStream(payload, streamOf(ref.collection, ref.key)))
