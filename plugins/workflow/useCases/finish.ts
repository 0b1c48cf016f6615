import type { Payload } from 'payload'
import { dayBounds } from '../../../lib/time/periods.ts'
import {
  type FrozenContent,
  readContents,
  record,
  recordedKeys,
  reserve,
  Unpublishable,
  urlOf,
} from '../../publications/index.ts'
import { type Address, lastDecision, SYSTEM, type WorkflowEvent } from '../core/events.ts'
import { evolve } from '../core/evolve.ts'
import { PUBLIC, publicRow } from '../core/publicRow.ts'
import { expiryDue, overdueNow, publicationDue, published, ratificationDue, redirectDue } from '../core/schedule.ts'
import { currentStep, EMPTY } from '../core/state.ts'
import { systemWords } from '../core/system.ts'
import { workflowOptions } from '../options.ts'
import { appendEvent, fromRow, streamOf } from '../store/stream.ts'
import { type LoadedStream, loadStream, withEvent } from './load.ts'
import { project } from './project.ts'
import { erasePurged } from './purge.ts'
import { workingHoursOf } from './workingHours.ts'

export interface DocumentRef {
  collection: string
  key: string
}

/** Id of an event; the key of the row it causes in the publications log. */
export const eventKey = (document: string, seq: number): string => `${document}#${seq}`

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
    const entry = publicRow({ before, event, events, definitions, document: ref, key })
    if (entry) await record({ payload, entry })
  }
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

const wordsOf = (payload: Payload) => systemWords(workflowOptions(payload.config).language)

/** What people are to be told at an instant: that nobody ratified, or decided at a step, in time. */
const tellingDue = async (
  payload: Payload,
  { state, definitions }: LoadedStream,
  now: string,
): Promise<WorkflowEvent | undefined> =>
  ratificationDue(state, now, wordsOf(payload).notRatified) ??
  (currentStep(state, definitions)?.due && !state.run!.overdue
    ? overdueNow(state, definitions, await workingHoursOf(payload), now)
    : undefined)

/** Whether an automatic event is due at an instant, before checking whether it is possible. */
const isDue = async (payload: Payload, loaded: LoadedStream, now: string): Promise<boolean> => {
  const { state, events, definitions } = loaded
  const event =
    publicationDue(state, definitions, lastDecision(events), now) ??
    redirectDue(state) ??
    expiryDue(state, now) ??
    (await tellingDue(payload, loaded, now))
  return event !== undefined
}

/** The next automatic event of a document, or `undefined` when none is due or a temporary failure prevents it. */
const nextByItself = async (
  payload: Payload,
  ref: DocumentRef,
  loaded: LoadedStream,
  now: string,
): Promise<WorkflowEvent | undefined> => {
  const { state, events, definitions } = loaded
  const due = publicationDue(state, definitions, lastDecision(events), now)
  if (!due) return redirectDue(state) ?? expiryDue(state, now) ?? tellingDue(payload, loaded, now)
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
    return address ? published(state, due, address) : failed(wordsOf(payload).addressTaken)
  } catch (error) {
    const document = streamOf(ref.collection, ref.key)
    if (!(error instanceof Unpublishable)) {
      // The disk or the database may recover. Write nothing, and let the next round retry.
      payload.logger.error({ msg: 'publication put off', document, err: error })
      return undefined
    }
    payload.logger.error({ msg: 'publication failed', document, err: error })
    return failed(wordsOf(payload).unpublishable)
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
  await erasePurged(payload, loaded)
  await project(payload, ref, loaded)
  return loaded
}

/**
 * Loads the stream of a document for a decision. Due automatic events, and a publication interrupted by a crash, are
 * finished first, so that nobody acts in between.
 */
export const loadToDecide = async (payload: Payload, ref: DocumentRef): Promise<LoadedStream> => {
  const loaded = await loadStream(payload, streamOf(ref.collection, ref.key))
  return (await isDue(payload, loaded, nowOf(payload))) ? finishFrom(payload, ref, loaded) : loaded
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
