import { approvalsThatStand } from './binding.ts'
import type { WorkflowDefinition } from './definition.ts'
import type { StoredEvent } from './events.ts'

export const STATES = ['draft', 'in_review', 'approved', 'scheduled', 'published', 'withdrawn', 'expired'] as const
export type PublicState = (typeof STATES)[number]

export interface Approval {
  step: string
  actor: string
  capacity: string
}

/** One passage of a text through its workflow, from submission to its end. */
export interface Run {
  round: number
  definition: string
  /** Index into the definition's steps; equals the number of steps once all are cleared. */
  step: number
  contentHash: string
  submitter: string
  contributors: string[]
  covers: { version: string; count: number }
  approvals: Approval[]
  /** Whether anyone has decided yet. Until then the submitter may recall the text. */
  decided: boolean
  /** Instant of the scheduled publication, ISO 8601, UTC. */
  publishAt?: string
  /** Whether the text is about to be published automatically: it is approved, and no publication is recorded yet. */
  publishing?: boolean
  /** What changed since the edition in force, as stated most recently. */
  changeNote?: string
}

export interface WorkflowState {
  seq: number
  /** Hash of the stream's last event. */
  head: string
  rounds: number
  run?: Run
  /** The run that produced the edition in force. */
  lastPublished?: { covers: Run['covers']; contentHash: string; approvals: Approval[] }
  /** Number of the newest edition, 0 before the first. */
  edition: number
  live: boolean
  everPublished: boolean
  slug?: string
  url?: string
  /** Instant after which the live edition is no longer shown. */
  expiresAt?: string
  /** How the last edition ended; set only while nothing is live. */
  ended?: 'withdrawn' | 'expired'
}

export const EMPTY: WorkflowState = { seq: 0, head: '', rounds: 0, edition: 0, live: false, everPublished: false }

/** Looks up the definition of a run by its hash. */
export type DefinitionLookup = (hash: string) => WorkflowDefinition

const firstApproving = (definition: WorkflowDefinition) => definition.steps.findIndex((step) => step.kind === 'approve')

/** Returns the state after one more event. Pure. Never refuses an event: it is already stored. */
export const evolve = (state: WorkflowState, event: StoredEvent, definitions: DefinitionLookup): WorkflowState => {
  const next: WorkflowState = { ...state, seq: event.seq, head: event.hash }
  const { run } = state
  switch (event.type) {
    case 'submitted':
      return {
        ...next,
        rounds: event.round,
        run: {
          round: event.round,
          definition: event.definition,
          step: 0,
          contentHash: event.contentHash,
          submitter: event.by.id,
          contributors: event.contributors,
          covers: event.covers,
          approvals: [],
          decided: false,
          changeNote: event.changeNote,
        },
      }
    case 'recalled':
    case 'refused':
      return { ...next, run: undefined }
    case 'returned': {
      if (!run || event.to === 'author') return { ...next, run: undefined }
      const { steps } = definitions(run.definition)
      const step = steps.findIndex((candidate) => candidate.name === event.to)
      const kept = new Set(steps.slice(0, step).map((candidate) => candidate.name))
      return {
        ...next,
        run: { ...run, step, decided: true, approvals: run.approvals.filter((one) => kept.has(one.step)) },
      }
    }
    case 'passed': {
      if (!run) return next
      const approvals = approvalsThatStand(run.approvals, run.contentHash, event.contentHash)
      // A changed text loses its approvals. If it had any, it returns to the first approving step.
      const step = approvals.length < run.approvals.length ? firstApproving(definitions(run.definition)) : run.step + 1
      return {
        ...next,
        run: {
          ...run,
          step,
          contentHash: event.contentHash,
          contributors: event.contributors,
          covers: event.covers,
          decided: true,
          approvals,
          changeNote: event.changeNote ?? run.changeNote,
        },
      }
    }
    case 'approved': {
      if (!run) return next
      const approvals = [...run.approvals, { step: event.step, actor: event.by.id, capacity: event.by.capacity }]
      const definition = definitions(run.definition)
      const current = definition.steps[run.step]
      const cleared = current && approvals.filter((one) => one.step === current.name).length >= (current.quorum ?? 1)
      const step = cleared ? run.step + 1 : run.step
      const publishAt = event.final ? event.publishAt : undefined
      return {
        ...next,
        run: {
          ...run,
          approvals,
          decided: true,
          step,
          publishAt,
          publishing:
            step === definition.steps.length && publishAt === undefined && definition.onApproved === 'publish',
          changeNote: event.changeNote ?? run.changeNote,
        },
      }
    }
    case 'scheduled':
      return { ...next, run: run && { ...run, publishAt: event.publishAt, publishing: false } }
    case 'unscheduled':
    case 'publicationFailed':
      return { ...next, run: run && { ...run, publishAt: undefined, publishing: false } }
    case 'published':
      return {
        ...next,
        edition: event.edition,
        live: true,
        everPublished: true,
        slug: event.slug,
        url: event.url,
        expiresAt: event.expiresAt,
        ended: undefined,
        lastPublished: run && { covers: run.covers, contentHash: run.contentHash, approvals: run.approvals },
        run: undefined,
      }
    case 'withdrawn':
    case 'expired':
      return { ...next, live: false, ended: event.type }
  }
}

/** Returns the state that a stream of events adds up to. */
export const fold = (events: readonly StoredEvent[], definitions: DefinitionLookup): WorkflowState =>
  events.reduce((state, event) => evolve(state, event, definitions), EMPTY)

/** The state as shown to people and API clients. */
export const publicState = (state: WorkflowState, definitions: DefinitionLookup): PublicState => {
  const { run } = state
  if (run && run.step < definitions(run.definition).steps.length) return 'in_review'
  if (run) return run.publishAt ? 'scheduled' : 'approved'
  if (state.live) return 'published'
  return state.ended ?? 'draft'
}

/** The step at which the run waits, or `undefined` when no run is open or all steps are cleared. */
export const currentStep = (state: WorkflowState, definitions: DefinitionLookup) =>
  state.run ? definitions(state.run.definition).steps[state.run.step] : undefined

/** Whether one more approval completes the run. */
export const isFinal = (state: WorkflowState, definitions: DefinitionLookup): boolean => {
  const { run } = state
  const step = currentStep(state, definitions)
  if (!run || step?.kind !== 'approve' || run.step < definitions(run.definition).steps.length - 1) return false
  return run.approvals.filter((one) => one.step === step.name).length + 1 >= (step.quorum ?? 1)
}
