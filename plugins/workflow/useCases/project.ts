import type { Payload } from 'payload'
import { claim, insertOnce } from '../../publications/index.ts'
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
  const last = events.at(-1)
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

/**
 * Brings the projections of one document up to its stream. An older reader that comes late changes nothing: the row
 * moves forward only.
 */
export const project = async (
  payload: Payload,
  ref: { collection: string; key: string },
  loaded: LoadedStream,
): Promise<void> => {
  if (!loaded.events.length) return
  const row = rowOf(ref, loaded)
  const { inserted, row: stands } = await insertOnce({ payload, collection: RUNS, data: row, unique: ['document'] })
  const moved =
    inserted ||
    (stands.seq < row.seq &&
      (await claim({
        payload,
        collection: RUNS,
        where: { and: [{ document: { equals: row.document } }, { seq: { less_than: row.seq } }] },
        data: { ...row },
      })) !== null)
  if (moved)
    await claim({
      payload,
      collection: ref.collection,
      where: { key: { equals: ref.key } },
      data: { workflowState: row.state },
    })
}
