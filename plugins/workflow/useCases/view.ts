import { textIn } from '../../../lib/text/languages.ts'
import type { Context } from '../core/context.ts'
import { mayChange } from '../core/decide.ts'
import { definitionHash, type Step, type WorkflowDefinition } from '../core/definition.ts'
import { partsOf } from '../core/groups.ts'
import { ACTIONS, type Action, permit } from '../core/permit.ts'
import type { Acting, Handed } from '../core/powers.ts'
import { purgeable } from '../core/purgeRules.ts'
import { claimNow, rules } from '../core/rules.ts'
import { type AfterWorkingHours, stepDeadline } from '../core/schedule.ts'
import { nextSeat } from '../core/seats.ts'
import { fittingDelegations, lacksStanding, standIn } from '../core/standIn.ts'
import { currentStep, isFinal, openParts, type PublicState, publicState, type WorkflowState } from '../core/state.ts'
import { type TimelineEntry, timelineEntry } from '../trail/timelineEntry.ts'
import type { WorkflowOptions } from '../types.ts'
import { definitionsIn } from './definitions.ts'
import type { LoadedStream } from './load.ts'
import { groupName, stepGroups } from './people.ts'

/** The workflow of a document as one person sees it; the response of all workflow endpoints. */
export interface WorkflowView {
  state: PublicState
  round: number
  /** Name of the step at which the run waits. */
  step: string | null
  /** Last `seq` of the stream, to be sent back as `expected`. */
  seq: number
  /** Hash of the text under review, otherwise of the last edition; `null` when there is none, or it was erased. */
  contentHash: string | null
  /** Number of the newest edition, 0 before the first. */
  edition: number
  /** Instant of the scheduled publication. */
  publishAt: string | null
  /** Public address while an edition is live. */
  url: string | null
  /** Public address to which a withdrawn document leads. */
  redirectTo: string | null
  /** Whether the edition in force was published urgently, past the steps. */
  urgent: boolean
  /** Who has taken the current step, and until when; `mine` when it is this person. */
  claim: { by: string; until: string; mine: boolean } | null
  /** Whether an action that took effect at once waits for a second person, and by when they must ratify it. */
  unratified: boolean
  ratifyBy: string | null
  /** What somebody of the authority proposed to erase, until another confirms or declines. */
  purge: { edition: number; by: string; reason: string } | null
  /** Editions whose content could be erased, the latest first. */
  purgeable: { edition: number; at: string }[]
  /** `as`: the delegations with which this person may take an action that is not theirs; empty when it is. */
  allowed: { action: Action; ok: boolean; because?: string; as?: { id: string; name: string; capacity: string }[] }[]
  /** By when the current step is to be decided, ISO 8601, UTC, and whether that has passed. */
  dueBy: string | null
  overdue: boolean
  /** When everybody who could decide at the step is away: the day on which the first of them is back, `YYYY-MM-DD`. */
  firstBack: string | null
  /** Whether the run follows another definition than its text would follow now. */
  outdated: boolean
  /** Whether the next approval completes the run. */
  final: boolean
  /** Whether the next approval makes the text public. */
  publishes: boolean
  /** The action that comes next; `null` when none does, or when this person has just sent the text back to its author. */
  expected: Action | null
  steps: {
    name: string
    title: string
    kind: 'edit' | 'approve'
    /** Who decides, in words. */
    role: string
    /** How many must approve altogether; 0 when all of a group must. */
    quorum: number
    /** How many have approved there in this round. */
    had: number
    /** Groups that decide side by side, when there are several. */
    groups: { name: string; quorum: number; done: boolean }[]
    /** What must be ticked before the step is decided. */
    checklist: { name: string; title: string }[]
    status: 'done' | 'current' | 'ahead'
  }[]
  timeline: TimelineEntry[]
}

/** Events that make an edition. */
const EDITIONS: ReadonlySet<string> = new Set(['published', 'publishedUrgently'])

const EXPECTED: Partial<Record<PublicState, Action>> = { draft: 'submit', in_review: 'approve', approved: 'publish' }

/** Builds the view for one person. Pure. */
export const viewOf = (args: {
  loaded: LoadedStream
  options: WorkflowOptions
  collection: string
  actor: Acting
  /** Delegations to this person that are valid now. */
  handed: readonly Handed[]
  mayEdit: boolean
  /** The definition that the text under review would follow now. */
  inForce: Context['inForce']
  firstBack: string | null
  after: AfterWorkingHours
  lang: string
}): WorkflowView => {
  const { loaded, options, collection, actor, handed, mayEdit, inForce, firstBack, after, lang } = args
  const now = options.clock.now().toISOString()
  const { state, events, definitions } = loaded
  // Which one a new run follows depends on its text, so whoever may submit under any of them is offered it.
  const current =
    definitionsIn(options, collection).find(({ authors }) => authors.includes(actor.role)) ??
    options.definitions[collection]!
  const context: Context = {
    definitions,
    now,
    current: { definition: current, hash: definitionHash(current) },
    mayEdit: mayEdit && mayChange(state, actor, definitions),
    inForce,
  }
  // Whoever stands in is asked for the same confirmation as the person themselves.
  const fitting = fittingDelegations({ state, action: 'approve', person: actor, handed, context })
  const deciding = permit(state, 'approve', actor, context) && fitting[0] ? { ...actor, handed: fitting[0] } : actor
  const definition = state.run ? definitions(state.run.definition) : current
  const at = state.run?.step ?? -1
  const shown = publicState(state, definitions)
  const claim = claimNow(state, now)
  const dueBy = stepDeadline(state, definitions, after) ?? null
  const final = isFinal(state, definitions, nextSeat(state, deciding, context))
  const last = events.at(-1)
  const sentBack = (last?.type === 'refused' || last?.type === 'returned') && last.by.id === actor.id
  return {
    state: shown,
    round: state.rounds,
    step: currentStep(state, definitions)?.name ?? null,
    seq: state.seq,
    contentHash: state.run?.contentHash ?? shownEdition(state),
    edition: state.edition,
    publishAt: state.run?.publishAt ?? null,
    url: state.live ? (state.url ?? null) : null,
    redirectTo: state.redirectTo ?? null,
    urgent: events.findLast(({ type }) => EDITIONS.has(type))?.type === 'publishedUrgently',
    claim: claim ? { by: claim.name, until: claim.until, mine: claim.by === actor.id } : null,
    unratified: state.unratified !== undefined,
    ratifyBy: state.unratified?.ratifyBy ?? null,
    purge: state.purge ? { edition: state.purge.edition, by: state.purge.name, reason: state.purge.reason } : null,
    purgeable: purgeable(state)
      .map(({ edition, at }) => ({ edition, at }))
      .reverse(),
    allowed: ACTIONS.map((action) => allowance({ state, action, person: actor, handed, context }, lang)),
    dueBy,
    overdue: dueBy !== null && dueBy <= now,
    firstBack,
    outdated: rules.definitionChanged(state, context) === undefined,
    final,
    publishes: final && currentStep(state, definitions)?.kind === 'approve' && definition.onApproved === 'publish',
    expected: (shown === 'draft' && sentBack ? undefined : EXPECTED[shown]) ?? answerTo(state),
    steps: definition.steps.map((step, index) => ({
      name: step.name,
      title: textIn(step.title, lang),
      kind: step.kind,
      role: stepGroups(step, options.roles, lang),
      quorum: quorumOf(step),
      had: (state.run?.approvals ?? []).filter((one) => one.step === step.name).length,
      groups: groupsOf(step, state, options.roles, lang),
      checklist: (step.checklist ?? []).map((item) => ({ name: item.name, title: textIn(item.title, lang) })),
      status: index < at ? 'done' : index === at ? 'current' : 'ahead',
    })),
    timeline: events.map((event, index) => ({
      ...timelineEntry(event, (name) => stepTitle(name, followedAt(loaded, index) ?? definition, lang)),
      ...(changesText(events, index) ? { textChanged: true as const } : {}),
    })),
  }
}

/** Hash of the last edition, unless its content was erased. */
const shownEdition = ({ lastPublished, purged }: WorkflowState): string | null =>
  lastPublished && !purged.includes(lastPublished.contentHash) ? lastPublished.contentHash : null

/** The action that answers what another person did or proposed. */
const answerTo = ({ unratified, purge }: WorkflowState): Action | null =>
  unratified ? 'ratify' : purge ? 'confirm-purge' : null

/** Whether a person may take an action, in their own right or in that of another, and why not. */
const allowance = (asked: Parameters<typeof fittingDelegations>[0], lang: string): WorkflowView['allowed'][number] => {
  const { action } = asked
  const own = permit(asked.state, action, asked.person, asked.context)
  if (!own) return { action, ok: true }
  const fitting = lacksStanding(own) ? fittingDelegations(asked) : []
  if (fitting.length)
    return {
      action,
      ok: true,
      as: fitting.map(({ delegation, from, capacity }) => ({
        id: delegation,
        name: from.name,
        capacity: `${capacity} ${from.capacity}`,
      })),
    }
  const stands = standIn(asked)
  return { action, ok: false, because: textIn(('refusal' in stands ? stands.refusal : own).message, lang) }
}

/** How many must approve at a step; 0 when all of a group must. */
const quorumOf = (step: Step): number => {
  const quorums = partsOf(step).map(({ quorum }) => (quorum === 'all' ? 0 : quorum))
  return quorums.includes(0) ? 0 : quorums.reduce((sum, one) => sum + one, 0)
}

/** The groups of a step that several decide side by side. */
const groupsOf = (step: Step, { run }: WorkflowState, roles: WorkflowOptions['roles'], lang: string) => {
  const parts = partsOf(step)
  if (parts.length === 1) return []
  const open = new Set(openParts(run?.approvals ?? [], step).map(({ name }) => name))
  return parts.map(({ name, by, quorum }) => ({
    name: groupName(by, roles, lang),
    quorum: quorum === 'all' ? 0 : quorum,
    done: !open.has(name),
  }))
}

/** Whether an event passed on a different text than the one frozen before. */
const changesText = (events: LoadedStream['events'], index: number): boolean => {
  const event = events[index]
  if (event?.type !== 'passed') return false
  const before = events.slice(0, index).findLast((one) => one.type === 'submitted' || one.type === 'passed')
  return before !== undefined && 'contentHash' in before && before.contentHash !== event.contentHash
}

/** The definition that a run followed when an event was written, that event included. */
const followedAt = ({ events, definitions }: LoadedStream, index: number): WorkflowDefinition | undefined => {
  const began = events.slice(0, index + 1).findLast((event) => 'definition' in event)
  return began && 'definition' in began ? definitions(began.definition) : undefined
}

const stepTitle = (name: string, { steps }: WorkflowDefinition, lang: string) => {
  const title = steps.find((step) => step.name === name)?.title
  return title ? textIn(title, lang) : name
}
