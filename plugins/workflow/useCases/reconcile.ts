import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { isNumbered, NUMBERED, recordedKeys } from '../../publications/index.ts'
import { pageOf, restAfter } from '../store/rows.ts'
import { eventsLog, refOf } from '../store/stream.ts'
import { eventKey, finish, PUBLIC } from './finish.ts'

/** So few that looking at them keeps nobody waiting. */
const SLICE = 100
/** The order in which events happened; together unique. */
const ORDER = ['at', 'document', 'seq'] as const

/** An event, as far as it says what must stand elsewhere because of it. */
interface Row {
  document: string
  seq: number
  type: string
  at: string
}

/** What a look at some events did. */
export interface Looked {
  /** Documents that had a publication to finish. */
  finished: number
  /** Documents that could not be finished; the log says why. */
  failed: string[]
}

/** A place among the events, in their order. */
export type Place = Pick<Row, 'at' | 'document' | 'seq'>

/** The rows of `workflow-runs` of some documents. */
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

/** The state that lists show of some documents. */
const shownStates = async (payload: Payload, documents: string[]): Promise<Map<string, string>> => {
  const keys = new Map<string, string[]>()
  for (const document of documents) {
    const { collection, key } = refOf(document)
    keys.set(collection, [...(keys.get(collection) ?? []), key])
  }
  const states = new Map<string, string>()
  for (const [collection, among] of keys) {
    // Documents of a collection that the portal no longer has stand in the trail all the same.
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

/** Those of the documents of some events that are not where their events say. */
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
    // The projection is written last: where it is behind, anything may be; where it is not, publication was seen to.
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

/** Finishes some documents. One that cannot be finished keeps no other waiting. */
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
 * Finishes what a crash left half-done between an event and its row in the publications log or its projections, slice
 * by slice in the order of events, resting in between.
 *
 * @param args.after the place to go on from; without it, from `since`, or from the first event
 * @param args.since only events from this instant on, ISO 8601
 * @param args.until only events up to this instant, ISO 8601
 * @param args.slices at most so many; without it, to the end
 * @returns what was done, and the last place looked at unless the end was reached
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
 * Finishes what a crash left half-done, for all documents touched since an instant (all of them without one). Harmless
 * beside any number of others doing the same.
 *
 * @returns how many documents had something to finish
 */
export const reconcile = async (args: { payload: Payload; since?: Date }): Promise<number> =>
  (await reconcileSlices({ payload: args.payload, since: args.since?.toISOString() })).finished
