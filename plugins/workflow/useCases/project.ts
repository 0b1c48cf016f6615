import type { Payload } from 'payload'
import { ownLanguage, textIn } from '../../../lib/text/languages.ts'
import { claim, insertOnce } from '../../publications/index.ts'
import { isDecisive, lastDecision } from '../core/events.ts'
import { groupKey } from '../core/groups.ts'
import { nextInstant, stepDeadline } from '../core/schedule.ts'
import { currentStep, openParts, publicState } from '../core/state.ts'
import { workflowOptions } from '../options.ts'
import { streamOf } from '../store/stream.ts'
import { en } from '../translations/en.ts'
import { vi } from '../translations/vi.ts'
import { askAnew, OUTDATED } from './askedOnce.ts'
import { differsFromEdition } from './differsFromEdition.ts'
import type { LoadedStream } from './load.ts'
import { workingHoursOf } from './workingHours.ts'

/**
 * A row of `workflow-runs`: the current standing of a document, for lists and tasks. It can be rebuilt from the stream.
 */
export interface RunRow {
  document: string
  collection: string
  key: string
  state: string
  seq: number
  round: number
  edition: number
  /** Keys of the groups that the document waits for; empty when it waits for nobody. */
  waitsFor: string
  waitsForSecond: string
  waitsForThird: string
  stepName: string
  stepTitle: string
  contentHash: string
  submitter: string
  /** Author to whom the text was returned or refused, until it is submitted again. */
  returnedTo: string
  /** Who submitted the text most recently. */
  author: string
  /** Who has claimed the step, and until when; empty when nobody has. */
  claimedBy: string
  claimedName: string
  claimUntil: string
  /** By when the current step is to be decided; empty when whenever. */
  dueBy: string
  /** Instant of the last event. */
  since: string
  /** Next instant at which an automatic event is due; empty when there is none. */
  dueAt: string
}

const RUNS = 'workflow-runs'

const returnedTo = (events: LoadedStream['events']): string => {
  const last = lastDecision(events)
  const back = last?.type === 'refused' || (last?.type === 'returned' && last.to === 'author')
  return back ? (events.findLast((event) => event.type === 'submitted')?.by.id ?? '') : ''
}

const rowOf = (
  ref: { collection: string; key: string },
  { events, state, definitions }: LoadedStream,
  /** Role that ratifies. */
  authority: string,
  deadline: string,
  language: string,
): RunRow => {
  const step = currentStep(state, definitions)
  const held = state.run && !step && !state.run.publishAt ? definitions(state.run.definition).authority : ''
  const ratifier = state.run || !state.unratified ? '' : authority
  const eraser = state.run || state.unratified || !state.purge ? '' : authority
  const groups = step ? openParts(state.run!.approvals, step).map(({ by }) => groupKey(by)) : []
  return {
    document: streamOf(ref.collection, ref.key),
    collection: ref.collection,
    key: ref.key,
    state: publicState(state, definitions),
    seq: state.seq,
    round: state.rounds,
    edition: state.edition,
    waitsFor: step ? (groups[0] ?? '') : held || ratifier || eraser,
    waitsForSecond: groups[1] ?? '',
    waitsForThird: groups[2] ?? '',
    stepName: step?.name ?? '',
    stepTitle: step
      ? textIn(step.title, language)
      : ratifier
        ? { vi, en }[ownLanguage(language)].steps.ratify
        : eraser
          ? { vi, en }[ownLanguage(language)].steps.purge
          : '',
    contentHash: state.run?.contentHash ?? '',
    submitter: state.run?.submitter ?? '',
    returnedTo: returnedTo(events),
    author: events.findLast((event) => event.type === 'submitted')?.by.id ?? '',
    claimedBy: state.run?.claim?.by ?? '',
    claimedName: state.run?.claim?.name ?? '',
    claimUntil: state.run?.claim?.until ?? '',
    dueBy: deadline || (ratifier && state.unratified ? state.unratified.ratifyBy : ''),
    since: events.findLast(isDecisive)?.at ?? '',
    dueAt: earliest(nextInstant(state), state.run?.overdue ? '' : deadline),
  }
}

const earliest = (...instants: string[]): string => instants.filter((instant) => instant !== '').sort()[0] ?? ''

const same = (stands: RunRow, row: RunRow): boolean =>
  (Object.keys(row) as (keyof RunRow)[]).every((column) => (stands[column] ?? '') === (row[column] ?? ''))

const findRun = (payload: Payload, document: string): Promise<RunRow | null> =>
  payload.db.findOne<RunRow & { id: string }>({ collection: RUNS, where: { document: { equals: document } } })

/** The state of a working copy as shown in lists. */
const findShown = (payload: Payload, { collection, key }: { collection: string; key: string }) =>
  payload.db.findOne<{ id: string; workflowState?: string | null; unsubmittedChanges?: boolean | null }>({
    collection,
    where: { key: { equals: key } },
    select: { workflowState: true, unsubmittedChanges: true },
  })

/**
 * Updates the projections of one document from its stream: its row in `workflow-runs`, and the state shown in lists.
 * Reads first and writes only what is outdated, so that opening a document does not queue for the database's writer.
 * Compares both projections, so that the next reader repairs what a crash between the two writes, or a concurrent save
 * with an old state, left behind. A late caller with an older stream changes nothing.
 */
export const project = async (
  payload: Payload,
  ref: { collection: string; key: string },
  loaded: LoadedStream,
): Promise<void> => {
  if (!loaded.events.length) return
  const { definitions, language } = workflowOptions(payload.config)
  const { authority = '' } = definitions[ref.collection] ?? {}
  const due = currentStep(loaded.state, loaded.definitions)?.due
  const deadline = due && stepDeadline(loaded.state, loaded.definitions, await workingHoursOf(payload))
  const row = rowOf(ref, loaded, authority, deadline ?? '', language)
  const shown = await findShown(payload, ref)
  const stands = await findRun(payload, row.document)
  if (stands && stands.seq > row.seq) return
  if (stands?.seq !== row.seq) askAnew(payload, OUTDATED)
  if (!stands) await insertOnce({ payload, collection: RUNS, data: row, unique: ['document'] })
  else if (!same(stands, row))
    await claim({
      payload,
      collection: RUNS,
      where: { and: [{ document: { equals: row.document } }, { seq: { less_than_equal: row.seq } }] },
      data: { ...row },
    })
  if (!shown) return
  // A new edition holds what was submitted; only a look tells whether somebody changed the text since.
  const told =
    shown.unsubmittedChanges === true &&
    loaded.events.at(-1)?.type === 'published' &&
    !(await differsFromEdition({ payload, collection: ref.collection, id: shown.id, state: loaded.state }))
  if (shown.workflowState === row.state && !told) return
  await claim({
    payload,
    collection: ref.collection,
    // Update only if unchanged since the read: another process may have advanced it meanwhile.
    where: { and: [{ key: { equals: ref.key } }, { workflowState: { equals: shown.workflowState ?? null } }] },
    // The text was not saved, so `updatedAt` must keep the time of the last save.
    data: { workflowState: row.state, updatedAt: null, ...(told ? { unsubmittedChanges: false } : {}) },
  })
}
