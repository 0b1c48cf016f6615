import type { Step, WorkflowDefinition } from './definition.ts'
import type { Actor, BatchMark, OnBehalf, RatificationClock, Seat } from './events.ts'
import { type NamedPart, partsOf } from './groups.ts'

export const STATES = ['draft', 'in_review', 'approved', 'scheduled', 'published', 'withdrawn', 'expired'] as const
export type PublicState = (typeof STATES)[number]

export interface Approval extends Seat {
  step: string
  actor: string
  capacity: string
  /** In whose place. */
  onBehalfOf?: string
}

/** One passage of a text through its workflow, from submission to its end. */
export interface Run {
  round: number
  definition: string
  /** Index into the definition's steps; equals the number of steps once all are cleared. */
  step: number
  contentHash: string
  /** Everything that was frozen in this round, the latest last. */
  texts: string[]
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
  /** Instant at which the text arrived at the current step, ISO 8601, UTC. */
  arrivedAt: string
  /** Whether the step was not decided in time and people were told. */
  overdue?: boolean
  /** Who decides at the current step, and until when nobody else does. */
  claim?: Claim
  /** Set when the run corrects the edition in force. */
  correction?: { major: boolean }
  /** Set when the run is one of many that were approved at once. */
  batch?: BatchMark
}

/** A step taken by one person. */
export interface Claim {
  by: string
  name: string
  /** ISO 8601, UTC. */
  until: string
}

/** An edition that was made at some time. */
export interface PastEdition {
  edition: number
  contentHash: string
  /** Everything that was frozen on the way to it, its own text first. */
  texts: string[]
  /** When it became public, ISO 8601, UTC. */
  at: string
}

/** A proposal to erase the content of an edition. */
export interface PurgeProposal {
  /** `seq` of its event. */
  event: number
  /** Who proposed it, and in whose place. */
  by: string[]
  name: string
  edition: number
  contentHash: string
  reason: string
}

/** An action that took effect at once and waits for a second person. */
export interface Unratified extends RatificationClock {
  /** `seq` of its event. */
  event: number
  what: 'publication' | 'withdrawal'
  /** Who took it, and in whose place. */
  by: string[]
  /** Everyone who contributed to the text that became public; empty for a withdrawal. */
  contributors: string[]
  /** Whether the deadline passed and people were told. */
  escalated: boolean
}

export interface WorkflowState {
  seq: number
  /** `seq` of the last event that makes older views stale. */
  decisive: number
  /** Hash of the stream's last event. */
  head: string
  rounds: number
  run?: Run
  /** The run that produced the edition in force. */
  lastPublished?: { covers: Run['covers']; contentHash: string; approvals: Approval[] }
  /** Saves that the last edition covers which others approved or ratified. Who wrote them may approve what comes after. */
  settled?: Run['covers']
  /** Who published the newest edition urgently, and who wrote it, until another person ratifies it. */
  unapproved?: { by: string[]; contributors: string[] }
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
  /** Who ended it and in whose place, and the public reason if there is one. */
  endedBy?: string[]
  endReason?: string
  /** A redirect that was decided with the withdrawal and is not written yet. */
  redirecting?: { by: Actor; onBehalfOf?: OnBehalf; at: string; to: string }
  /** Public address to which an ended document leads. */
  redirectTo?: string
  unratified?: Unratified
  /** Everything that was frozen since the last edition, in whatever round. */
  frozenSince: readonly string[]
  /** Every edition, the earliest first. */
  editions: readonly PastEdition[]
  purge?: PurgeProposal
  /** Hashes of the texts that were erased. */
  purged: readonly string[]
}

export const EMPTY: WorkflowState = {
  seq: 0,
  decisive: 0,
  head: '',
  rounds: 0,
  edition: 0,
  live: false,
  everPublished: false,
  frozenSince: [],
  editions: [],
  purged: [],
}

/** Looks up the definition of a run by its hash. */
export type DefinitionLookup = (hash: string) => WorkflowDefinition

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

/** Whether a group of a step has decided. */
const hasDecided = (approvals: readonly Approval[], step: string, { name, quorum }: NamedPart): boolean => {
  const here = approvals.filter((one) => one.step === step && (one.group ?? '') === name)
  return quorum === 'all' ? here.some(({ everyone }) => everyone) : here.length >= quorum
}

/** The groups that must still decide at a step. */
export const openParts = (approvals: readonly Approval[], step: Step): NamedPart[] =>
  partsOf(step).filter((part) => !hasDecided(approvals, step.name, part))

/** Index of the first step from one on that is not cleared; the number of steps when all are. */
export const nextStep = (steps: readonly Step[], from: number, approvals: readonly Approval[]): number => {
  const next = steps.findIndex(
    (step, index) => index >= from && (step.kind === 'edit' || openParts(approvals, step).length > 0),
  )
  return next === -1 ? steps.length : next
}

/** Whether a run, with one more approval, has passed all its steps. */
export const isFinal = ({ run }: WorkflowState, definitions: DefinitionLookup, next: Seat): boolean => {
  if (!run) return false
  const { steps } = definitions(run.definition)
  const step = steps[run.step]
  if (step?.kind !== 'approve') return false
  const approvals = [...run.approvals, { ...next, step: step.name, actor: '', capacity: '' }]
  return nextStep(steps, run.step, approvals) === steps.length
}
