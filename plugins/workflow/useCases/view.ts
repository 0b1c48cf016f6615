import type { Context } from '../core/context.ts'
import { mayChange } from '../core/decide.ts'
import { definitionHash } from '../core/definition.ts'
import type { Actor } from '../core/events.ts'
import { ACTIONS, type Action, permit } from '../core/permit.ts'
import { currentStep, type PublicState, publicState } from '../core/state.ts'
import type { WorkflowOptions } from '../types.ts'
import type { LoadedStream } from './load.ts'

type Lang = 'vi' | 'en'

/** The workflow of a document as one person sees it; the response of all workflow endpoints. */
export interface WorkflowView {
  state: PublicState
  round: number
  /** Name of the step at which the run waits. */
  step: string | null
  /** Last `seq` of the stream, to be sent back as `expected`. */
  seq: number
  /** Hash of the text under review, otherwise of the edition in force. */
  contentHash: string | null
  /** Number of the newest edition, 0 before the first. */
  edition: number
  /** Instant of the scheduled publication. */
  publishAt: string | null
  /** Public address while an edition is live. */
  url: string | null
  allowed: { action: Action; ok: boolean; because?: string }[]
  /** The action that comes next; `null` when none does, or when this person has just sent the text back to its author. */
  expected: Action | null
  steps: {
    name: string
    title: string
    kind: 'edit' | 'approve'
    role: string
    quorum: number
    status: 'done' | 'current' | 'ahead'
  }[]
  timeline: {
    seq: number
    type: string
    at: string
    by: string
    capacity: string
    step?: string
    reason?: string
    comment?: string
    hash?: string
    /** The text that was passed on differs from the one that arrived at the step. */
    textChanged?: true
    publishAt?: string
    changeNote?: string
  }[]
}

const EXPECTED: Partial<Record<PublicState, Action>> = { draft: 'submit', in_review: 'approve', approved: 'publish' }

/** Builds the view for one person. Pure. */
export const viewOf = (args: {
  loaded: LoadedStream
  options: WorkflowOptions
  collection: string
  actor: Actor
  mayEdit: boolean
  lang: Lang
}): WorkflowView => {
  const { loaded, options, collection, actor, mayEdit, lang } = args
  const { state, events, definitions } = loaded
  const current = options.definitions[collection]!
  const context: Context = {
    definitions,
    current: { definition: current, hash: definitionHash(current) },
    mayEdit: mayEdit && mayChange(state, actor.role, definitions),
  }
  const definition = state.run ? definitions(state.run.definition) : current
  const at = state.run?.step ?? -1
  const shown = publicState(state, definitions)
  const last = events.at(-1)
  const sentBack = (last?.type === 'refused' || last?.type === 'returned') && last.by.id === actor.id
  return {
    state: shown,
    round: state.rounds,
    step: currentStep(state, definitions)?.name ?? null,
    seq: state.seq,
    contentHash: state.run?.contentHash ?? state.lastPublished?.contentHash ?? null,
    edition: state.edition,
    publishAt: state.run?.publishAt ?? null,
    url: state.live ? (state.url ?? null) : null,
    allowed: ACTIONS.map((action) => {
      const refused = permit(state, action, actor, context)
      return refused ? { action, ok: false, because: refused.message[lang] } : { action, ok: true }
    }),
    expected: (shown === 'draft' && sentBack ? undefined : EXPECTED[shown]) ?? null,
    steps: definition.steps.map((step, index) => ({
      name: step.name,
      title: step.title[lang],
      kind: step.kind,
      role: options.roles[step.by.role]?.[lang] ?? step.by.role,
      quorum: step.quorum ?? 1,
      status: index < at ? 'done' : index === at ? 'current' : 'ahead',
    })),
    timeline: events.map((event, index) => ({
      seq: event.seq,
      type: event.type,
      at: event.at,
      by: event.by.name,
      capacity: event.by.capacity,
      ...('step' in event ? { step: stepTitle(event.step, definition.steps, lang) } : {}),
      ...('reason' in event ? { reason: event.reason } : {}),
      ...(event.comment ? { comment: event.comment } : {}),
      ...('contentHash' in event ? { hash: event.contentHash } : {}),
      ...(changesText(events, index) ? { textChanged: true as const } : {}),
      ...('publishAt' in event && event.publishAt ? { publishAt: event.publishAt } : {}),
      ...('changeNote' in event && event.changeNote ? { changeNote: event.changeNote } : {}),
    })),
  }
}

/** Whether an event passed on a different text than the one frozen before. */
const changesText = (events: LoadedStream['events'], index: number): boolean => {
  const event = events[index]
  if (event?.type !== 'passed') return false
  const before = events.slice(0, index).findLast((one) => one.type === 'submitted' || one.type === 'passed')
  return before !== undefined && 'contentHash' in before && before.contentHash !== event.contentHash
}

const stepTitle = (name: string, steps: { name: string; title: Record<Lang, string> }[], lang: Lang) =>
  steps.find((step) => step.name === name)?.title[lang] ?? name
