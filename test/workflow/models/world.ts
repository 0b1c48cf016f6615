import {
  documentStateOf,
  firstChainFault,
  freezeWorkingCopy,
  type Publication,
  readContents,
  readWorkingCopy,
} from '../../../plugins/publications/index.ts'
import type { StoredEvent } from '../../../plugins/workflow/core/events.ts'
import { nextInstant } from '../../../plugins/workflow/core/schedule.ts'
import { currentStep, fold, publicState, type WorkflowState } from '../../../plugins/workflow/core/state.ts'
import { EVENT_COLUMNS } from '../../../plugins/workflow/index.ts'
import { readStream } from '../../../plugins/workflow/store/stream.ts'
import { logRowsOf } from '../../support/logRows.ts'
import { chain, type Spine } from '../../support/spine.ts'

const definitions = () => chain
const KINDS: ReadonlySet<string> = new Set(['published', 'withdrawn', 'expired'])

/** The row with this value in a column, if any. */
const rowOf = (spine: Spine, collection: string, column: string, value: string) =>
  spine.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection,
    where: { [column]: { equals: value } },
  })

/** The hash of the stored working copy. */
export const textOf = async ({ payload }: Spine, id: string): Promise<string> =>
  freezeWorkingCopy({
    payload,
    collection: 'letters',
    row: (await readWorkingCopy({ payload, collection: 'letters', id }))!,
  }).hash

type Public = Pick<Publication, 'key' | 'kind' | 'edition' | 'contentHash' | 'eventsHead' | 'at'>

/** The rows that a stream requires in the publications log. */
const askedFor = (document: string, events: readonly StoredEvent[]): Public[] => {
  let shown = ''
  return events.flatMap((event) => {
    if (event.type === 'published') shown = event.contentHash
    if (event.type !== 'published' && event.type !== 'withdrawn' && event.type !== 'expired') return []
    return [
      {
        key: `${document}#${event.seq}`,
        kind: event.type,
        edition: event.edition,
        contentHash: shown,
        eventsHead: event.hash,
        at: event.at,
      },
    ]
  })
}

/** Everything stored about a document. */
export const stored = async (spine: Spine, { id, key }: { id: string; key: string }) => {
  const { payload } = spine
  const document = `letters:${key}`
  const row = await rowOf(spine, 'letters', 'id', id)
  const run = await rowOf(spine, 'workflow-runs', 'document', document)
  const log = await logRowsOf(payload, 'letters', key)
  const shown = await documentStateOf({ payload, collection: 'letters', document: key })
  return {
    list: row?.workflowState,
    run: run && {
      state: run.state,
      seq: run.seq,
      round: run.round,
      edition: run.edition,
      waitsFor: run.waitsFor ?? '',
      stepName: run.stepName ?? '',
      contentHash: run.contentHash ?? '',
      submitter: run.submitter ?? '',
      dueAt: run.dueAt ?? '',
    },
    log: log.map(({ key: cause, kind, edition, contentHash, eventsHead, at }) => ({
      key: cause,
      kind,
      edition,
      contentHash,
      eventsHead,
      at,
    })),
    live: shown?.live ? { contentHash: shown.contentHash, url: shown.url, edition: shown.edition } : undefined,
  }
}

/** The same facts according to the pure rules, from the events alone. */
export const folded = (
  key: string,
  events: readonly StoredEvent[],
  state: WorkflowState,
): Awaited<ReturnType<typeof stored>> => {
  const step = currentStep(state, definitions)
  const held = state.run && !step && !state.run.publishAt ? chain.authority : ''
  return {
    list: publicState(state, definitions),
    run: events.length
      ? {
          state: publicState(state, definitions),
          seq: state.seq,
          round: state.rounds,
          edition: state.edition,
          waitsFor: step?.by.role ?? held,
          stepName: step?.name ?? '',
          contentHash: state.run?.contentHash ?? '',
          submitter: state.run?.submitter ?? '',
          dueAt: nextInstant(state),
        }
      : null,
    log: askedFor(`letters:${key}`, events),
    live: state.live
      ? { contentHash: state.lastPublished!.contentHash, url: state.url!, edition: state.edition }
      : undefined,
  }
}

/** The stored events of a document, and the state they add up to. */
export const streamIn = async (
  { payload }: Spine,
  key: string,
): Promise<{ events: StoredEvent[]; state: WorkflowState }> => {
  const events = await readStream(payload, `letters:${key}`)
  return { events, state: fold(events, definitions) }
}

/** Faults in the trail and contents of a document. */
export const brokenIn = async ({ payload }: Spine, key: string, events: readonly StoredEvent[]): Promise<unknown[]> => {
  const rows = await payload.db.find<Publication & { id: string }>({
    collection: 'workflow-events',
    where: { document: { equals: `letters:${key}` } },
    sort: 'seq',
    limit: 0,
    pagination: false,
  })
  const hashes = [...new Set(events.flatMap((event) => ('contentHash' in event ? [event.contentHash] : [])))]
  const contents = await readContents({ payload, hashes })
  const log = (await logRowsOf(payload, 'letters', key)).filter(({ kind }) => !KINDS.has(kind))
  return [
    ...[firstChainFault(EVENT_COLUMNS, rows.docs)].filter((fault) => fault !== undefined),
    ...hashes.filter((hash) => !contents.has(hash)),
    ...log,
  ]
}
