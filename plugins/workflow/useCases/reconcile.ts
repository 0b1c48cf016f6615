import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { isNumbered, NUMBERED, recordedKeys } from '../../publications/index.ts'
import type { WorkflowEventType } from '../core/events.ts'
import { PUBLIC } from '../core/publicRow.ts'
import { pageOf, restAfter } from '../store/rows.ts'
import { eventsLog, refOf } from '../store/stream.ts'
import { eventKey, finish } from './finish.ts'

/** Small enough not to block other work. */
const SLICE = 100
/** Chronological order of events; unique in combination. */
const ORDER = ['at', 'document', 'seq'] as const

/** The columns of an event that determine what must exist elsewhere. */
interface Row {
  document: string
  seq: number
  type: WorkflowEventType
  at: string
}

/** Result of checking some events. */
export interface Looked {
  /** Number of documents whose publication was finished. */
  finished: number
  /** Documents that could not be finished; the log has the reasons. */
  failed: string[]
}

/** A position in the ordered events. */
export type Place = Pick<Row, 'at' | 'document' | 'seq'>

/** The rows of `workflow-runs` for some documents. */
const projected = async (
  payload: Payload,
  documents: string[],
): Promise<Map<string, { seq: number; state: string }>> => {
  const found = await payload.db.find<{ id: string; document: string; seq: number; state: string }>({
    collection: 'workflow-runs',
    where: { document: { in: documents } },
    select: { document: true, seq: true, state: true },
    limit: documents.length,
    pagination: false,
  })
  return new Map(found.docs.map(({ document, seq, state }) => [document, { seq, state }]))
}

/** The states shown in lists for some documents. */
const shownStates = async (payload: Payload, documents: string[]): Promise<Map<string, string>> => {
  const keys = new Map<string, string[]>()
  for (const document of documents) {
    const { collection, key } = refOf(document)
    keys.set(collection, [...(keys.get(collection) ?? []), key])
  }
  const states = new Map<string, string>()
  for (const [collection, among] of keys) {
    // The trail may contain documents of collections that the portal no longer has.
    if (!payload.collections[collection]) continue
    const found = await payload.db.find<{ id: string; key: string; workflowState?: string | null }>({
      collection,
      where: { key: { in: among } },
      select: { key: true, workflowState: true },
      limit: among.length,
      pagination: false,
    })
    for (const { key, workflowState } of found.docs) states.set(`${collection}:${key}`, workflowState ?? '')
  }
  return states
}

/** The documents whose publication rows or projections lag behind these events. */
const behind = async (payload: Payload, rows: Row[]): Promise<Set<string>> => {
  const documents = [...new Set(rows.map(({ document }) => document))]
  const keys = rows.filter(({ type }) => PUBLIC.has(type)).map(({ document, seq }) => eventKey(document, seq))
  const [there, runs, shown] = [
    await recordedKeys({ payload, keys }),
    await projected(payload, documents),
    await shownStates(payload, documents),
  ]
  const open = rows.filter(({ document, seq, type }) => {
    const run = runs.get(document)
    // The projection is written last. If it is current, the publication was handled before.
    if (!run || run.seq < seq) return true
    if (PUBLIC.has(type) && !there.has(eventKey(document, seq))) return true
    const state = shown.get(document)
    return state !== undefined && state !== run.state
  })
  return new Set(open.map(({ document }) => document))
}

const lastPublicSeq = async (payload: Payload, document: string): Promise<number> => {
  const ref = refOf(document)
  const found = await payload.db.find<{ id: string; seq: number }>({
    collection: 'publications',
    where: { and: [{ collection: { equals: ref.collection } }, { document: { equals: ref.key } }, NUMBERED] },
    sort: '-seq',
    limit: 1,
    pagination: false,
  })
  return found.docs[0]?.seq ?? 0
}

/** Finishes some documents. A failure does not block the others. */
export const finishAll = async (payload: Payload, documents: Iterable<string>): Promise<Looked> => {
  const looked: Looked = { finished: 0, failed: [] }
  for (const document of documents) {
    const before = await lastPublicSeq(payload, document)
    try {
      await finish(payload, refOf(document))
    } catch (error) {
      payload.logger.error({ msg: 'publication could not be finished', document, err: error })
      looked.failed.push(document)
    }
    if ((await lastPublicSeq(payload, document)) !== before) looked.finished += 1
    await setImmediate()
  }
  return looked
}

/**
 * Finishes what a crash interrupted between an event and its row in the publications log or its projections. Processes
 * events slice by slice in chronological order, with rests in between.
 *
 * @param args.after position to continue from; default: `since`, or the first event
 * @param args.since only events from this instant on, ISO 8601
 * @param args.until only events up to this instant, ISO 8601
 * @param args.slices maximum number of slices; default: all
 * @returns what was done, the last position examined, and whether the end was reached
 */
export const reconcileSlices = async (args: {
  payload: Payload
  after?: Place
  since?: string
  until?: string
  slices?: number
  stopping?: AbortSignal
}): Promise<Looked & { place: Place | undefined; ended: boolean }> => {
  const { payload, since, until, slices = Number.POSITIVE_INFINITY, stopping } = args
  const looked = { finished: 0, failed: new Set<string>() }
  let place = args.after
  let ended = false
  for (let slice = 0; slice < slices && !ended && !stopping?.aborted; slice += 1) {
    const began = performance.now()
    const rows = await pageOf<Row>({
      payload,
      collection: eventsLog.collection,
      sort: ORDER,
      columns: ['type'],
      where: {
        and: [
          NUMBERED,
          ...(since && !place ? [{ at: { greater_than_equal: since } }] : []),
          ...(until ? [{ at: { less_than_equal: until } }] : []),
        ],
      },
      after: place,
      limit: SLICE,
    })
    ended = rows.length < SLICE
    if (!rows.length) break
    const { at, document, seq } = rows.at(-1)!
    place = { at, document, seq }
    const done = await finishAll(payload, await behind(payload, rows.filter(isNumbered)))
    looked.finished += done.finished
    for (const failed of done.failed) looked.failed.add(failed)
    if (!ended) await restAfter(began)
  }
  return { finished: looked.finished, failed: [...looked.failed], place, ended }
}

/**
 * Finishes what a crash interrupted, for all documents with events since an instant; for all documents by default. Safe
 * to run in several processes at once.
 *
 * @returns the number of documents whose publication was finished
 */
export const reconcile = async (args: { payload: Payload; since?: Date }): Promise<number> =>
  (await reconcileSlices({ payload: args.payload, since: args.since?.toISOString() })).finished
