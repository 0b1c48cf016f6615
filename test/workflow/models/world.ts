import {
  documentStateOf,
  firstChainFault,
  freezeWorkingCopy,
  type Publication,
  readContents,
  readWorkingCopy,
} from '../../../plugins/publications/index.ts'
import type { StoredEvent } from '../../../plugins/workflow/core/events.ts'
import { fold } from '../../../plugins/workflow/core/evolve.ts'
import { nextInstant } from '../../../plugins/workflow/core/schedule.ts'
import { currentStep, publicState, type WorkflowState } from '../../../plugins/workflow/core/state.ts'
import { EVENT_COLUMNS } from '../../../plugins/workflow/index.ts'
import { readStream } from '../../../plugins/workflow/store/stream.ts'
import { logRowsOf } from '../../support/logRows.ts'
import { chain, type Spine } from '../../support/spine.ts'

const definitions = () => chain
const KINDS: ReadonlySet<string> = new Set([
  'published',
  'corrected',
  'withdrawn',
  'expired',
  'restored',
  'redirected',
  'ratified',
  'purged',
])

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

/** The kind of row that an event requires, if any. */
const kindOf = (event: StoredEvent): Public['kind'] | undefined => {
  if (event.type === 'publishedUrgently') return 'published'
  if (event.type === 'published') return event.correction ? 'corrected' : 'published'
  return KINDS.has(event.type) ? (event.type as Public['kind']) : undefined
}

/** The rows that a stream requires in the publications log. */
const askedFor = (document: string, events: readonly StoredEvent[]): Public[] => {
  let shown = ''
  let newest = 0
  return events.flatMap((event) => {
    if (event.type === 'published' || event.type === 'publishedUrgently') {
      shown = event.contentHash
      newest = event.edition
    }
    const kind = kindOf(event)
    if (!kind) return []
    return [
      {
        key: `${document}#${event.seq}`,
        kind,
        edition: event.type === 'purged' ? event.edition : newest,
        contentHash: event.type === 'purged' ? event.contentHash : shown,
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
  later: (from: string, hours: number) => string,
): Awaited<ReturnType<typeof stored>> => {
  const step = currentStep(state, definitions)
  const due = step?.due && later(state.run!.arrivedAt, step.due.within)
  const held = state.run ? !step && !state.run.publishAt : state.unratified !== undefined || state.purge !== undefined
  return {
    list: publicState(state, definitions),
    run: events.length
      ? {
          state: publicState(state, definitions),
          seq: state.seq,
          round: state.rounds,
          edition: state.edition,
          waitsFor: step?.by.role ?? (held ? chain.authority : ''),
          stepName: step?.name ?? '',
          contentHash: state.run?.contentHash ?? '',
          submitter: state.run?.submitter ?? '',
          dueAt: [nextInstant(state), state.run?.overdue ? '' : (due ?? '')].filter(Boolean).sort()[0] ?? '',
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
  const erased = new Set(events.flatMap((event) => (event.type === 'purged' ? event.texts : [])))
  const log = (await logRowsOf(payload, 'letters', key)).filter(({ kind }) => !KINDS.has(kind))
  return [
    ...[firstChainFault(EVENT_COLUMNS, rows.docs)].filter((fault) => fault !== undefined),
    ...hashes.filter((hash) => contents.has(hash) === erased.has(hash)),
    ...log,
  ]
}
