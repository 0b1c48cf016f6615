import type { Payload } from 'payload'
import { claim, insertOnce } from '../../publications/index.ts'
import { lastDecision } from '../core/events.ts'
import { nextInstant } from '../core/schedule.ts'
import { currentStep, publicState } from '../core/state.ts'
import { streamOf } from '../store/stream.ts'
import type { LoadedStream } from './load.ts'

/** A row of `workflow-runs`: where a document stands, for lists and tasks. Rebuilt from the stream at will. */
export interface RunRow {
  document: string
  collection: string
  key: string
  state: string
  seq: number
  round: number
  edition: number
  /** Role the document waits for; empty when it waits for nobody. */
  waitsFor: string
  stepName: string
  stepTitle: string
  contentHash: string
  submitter: string
  /** Author to whom the text was returned or refused, until it is submitted again. */
  returnedTo: string
  /** Instant of the last event. */
  since: string
  /** Next instant at which something happens by itself; empty when nothing will. */
  dueAt: string
}

const RUNS = 'workflow-runs'

const returnedTo = (events: LoadedStream['events']): string => {
  const last = lastDecision(events)
  const back = last?.type === 'refused' || (last?.type === 'returned' && last.to === 'author')
  return back ? (events.findLast((event) => event.type === 'submitted')?.by.id ?? '') : ''
}

const rowOf = (ref: { collection: string; key: string }, { events, state, definitions }: LoadedStream): RunRow => {
  const step = currentStep(state, definitions)
  const held = state.run && !step && !state.run.publishAt ? definitions(state.run.definition).authority : ''
  return {
    document: streamOf(ref.collection, ref.key),
    collection: ref.collection,
    key: ref.key,
    state: publicState(state, definitions),
    seq: state.seq,
    round: state.rounds,
    edition: state.edition,
    waitsFor: step?.by.role ?? held,
    stepName: step?.name ?? '',
    stepTitle: step?.title.vi ?? '',
    contentHash: state.run?.contentHash ?? '',
    submitter: state.run?.submitter ?? '',
    returnedTo: returnedTo(events),
    since: events.at(-1)?.at ?? '',
    dueAt: nextInstant(state),
  }
}

const same = (stands: RunRow, row: RunRow): boolean =>
  (Object.keys(row) as (keyof RunRow)[]).every((column) => (stands[column] ?? '') === (row[column] ?? ''))

const findRun = (payload: Payload, document: string): Promise<RunRow | null> =>
  payload.db.findOne<RunRow & { id: string }>({ collection: RUNS, where: { document: { equals: document } } })

/** What lists show of a working copy's state. */
const findShown = (payload: Payload, { collection, key }: { collection: string; key: string }) =>
  payload.db.findOne<{ id: string; workflowState?: string | null }>({
    collection,
    where: { key: { equals: key } },
    select: { workflowState: true },
  })

/**
 * Brings the projections of one document up to its stream: its row in `workflow-runs`, and the state that lists show.
 * Reads first and writes only what is behind, so that looking at a document does not queue for the database's writer;
 * compares both, so that a crash between the two, or a save under way that put an old state back, is mended by whoever
 * looks next. An older reader that comes late changes nothing.
 */
export const project = async (
  payload: Payload,
  ref: { collection: string; key: string },
  loaded: LoadedStream,
): Promise<void> => {
  if (!loaded.events.length) return
  const row = rowOf(ref, loaded)
  const shown = await findShown(payload, ref)
  const stands = await findRun(payload, row.document)
  if (stands && stands.seq > row.seq) return
  if (!stands) await insertOnce({ payload, collection: RUNS, data: row, unique: ['document'] })
  else if (!same(stands, row))
    await claim({
      payload,
      collection: RUNS,
      where: { and: [{ document: { equals: row.document } }, { seq: { less_than_equal: row.seq } }] },
      data: { ...row },
    })
  if (!shown || shown.workflowState === row.state) return
  await claim({
    payload,
    collection: ref.collection,
    // Only what was read before: another one may have brought it further meanwhile.
    where: { and: [{ key: { equals: ref.key } }, { workflowState: { equals: shown.workflowState ?? null } }] },
    // The text was not saved: its `updatedAt` stays that of the last save.
    data: { workflowState: row.state, updatedAt: null },
  })
}
