import type { Context } from './context.ts'
import type { Actor, StoredEvent, WorkflowEvent } from './events.ts'
import { type Action, permit } from './permit.ts'
import type { Refusal } from './refusal.ts'
import { rules, writtenText } from './rules.ts'
import { publicationDue, published } from './schedule.ts'
import { currentStep, type DefinitionLookup, evolve, isFinal, type WorkflowState } from './state.ts'

export interface Command {
  action: Action
  by: Actor
  /** ISO 8601, UTC. */
  at: string
  /** Last `seq` of the stream that the person saw; 0 before the first event. */
  expected?: number
  reason?: string
  comment?: string
  changeNote?: string
  /** Instant of publication, ISO 8601 with a time zone; for `schedule`, and for the final approval. */
  publishAt?: string
}

export type Decision = { events: WorkflowEvent[] } | { refusal: Refusal }

const REASONED = new Set<Action>(['return', 'refuse', 'withdraw'])

/**
 * The rules of the workflow: the events that an action causes, in order, or the refusal. Consequences that follow at
 * once, such as the publication after the last approval, are part of the decision. Pure: everything it needs is in its
 * arguments.
 */
export const decide = (state: WorkflowState, command: Command, context: Context): Decision => {
  const { by, at } = command
  const comment = writtenText(command.comment)
  const base = { by, at, ...(comment ? { comment } : {}) }
  const refused =
    rules.expectedGiven(command.expected) ??
    rules.nothingSince(state, command.expected) ??
    permit(state, command.action, by, context) ??
    (REASONED.has(command.action) ? rules.reasonGiven(command.reason, command.action === 'withdraw') : undefined)
  if (refused) return { refusal: refused }
  const why = writtenText(command.reason)

  const { run } = state
  switch (command.action) {
    case 'submit':
      return submit(state, base, command, context)
    case 'recall':
      return { events: [{ ...base, type: 'recalled' }] }
    case 'approve':
      return approve(state, base, command, context)
    case 'schedule':
      return currentStep(state, context.definitions)
        ? approve(state, base, command, context)
        : schedule(state, base, command, context)
    case 'unschedule':
      return { events: [{ ...base, type: 'unscheduled' }] }
    case 'return': {
      const step = currentStep(state, context.definitions)
      // A text that is fully approved but not published returns to the author.
      const { name, returnTo = 'author' } = step ?? { name: context.definitions(run!.definition).steps.at(-1)!.name }
      return { events: [{ ...base, type: 'returned', step: name, to: returnTo, reason: why }] }
    }
    case 'refuse':
      return {
        events: [{ ...base, type: 'refused', step: currentStep(state, context.definitions)!.name, reason: why }],
      }
    case 'publish': {
      const expired = rules.shownAfter(base.at, context)
      if (expired) return { refusal: expired }
      return { events: [published(state, base, context.address!, writtenText(command.changeNote))] }
    }
    case 'withdraw':
      return { events: [{ ...base, type: 'withdrawn', edition: state.edition, reason: why }] }
  }
}

type Base = Pick<WorkflowEvent, 'by' | 'at' | 'comment'>

/** The instant at which the text would be public. */
const instantOf = ({ publishAt }: Command, { at }: Base): string =>
  publishAt === undefined ? at : new Date(publishAt).toISOString()

/** The change note, if the command carries one. */
const noted = ({ changeNote }: Command) => (writtenText(changeNote) ? { changeNote: writtenText(changeNote) } : {})

const approve = (state: WorkflowState, base: Base, command: Command, context: Context): Decision => {
  const step = currentStep(state, context.definitions)!
  const final = isFinal(state, context.definitions)
  const timed = command.action === 'schedule' || command.publishAt !== undefined
  const refused =
    rules.timedAtTheLast(timed, final) ?? (timed ? rules.timePossible(command.publishAt, base.at) : undefined)
  if (refused) return { refusal: refused }
  const expired = final ? rules.shownAfter(instantOf(command, base), context) : undefined
  if (expired) return { refusal: expired }
  if (step.kind === 'edit') {
    const faults = rules.contentComplete(context.frozen)
    if (faults) return { refusal: faults }
    const { faults: _, ...frozen } = context.frozen!
    return { events: [{ ...base, type: 'passed', step: step.name, ...frozen, ...noted(command) }] }
  }
  const { contentHash } = state.run!
  const publishAt = timed ? { publishAt: new Date(command.publishAt!).toISOString() } : {}
  const approved: WorkflowEvent = {
    ...base,
    type: 'approved',
    step: step.name,
    contentHash,
    final,
    ...publishAt,
    ...noted(command),
  }
  return { events: [approved, ...atOnce(state, approved, context)] }
}

/**
 * The publication that an approval triggers at once. If a crash comes between the two, the same event is written later.
 */
const atOnce = (state: WorkflowState, approved: WorkflowEvent, context: Context): WorkflowEvent[] => {
  const stored = { ...approved, seq: state.seq + 1, hash: '' } as StoredEvent
  const after = evolve(state, stored, context.definitions)
  const due = publicationDue(after, context.definitions, stored, approved.at)
  return due ? [published(after, due, context.address!)] : []
}

const schedule = (state: WorkflowState, base: Base, command: Command, context: Context): Decision => {
  const late = rules.timePossible(command.publishAt, base.at) ?? rules.shownAfter(instantOf(command, base), context)
  if (late) return { refusal: late }
  const publishAt = new Date(command.publishAt!).toISOString()
  return { events: [{ ...base, type: 'scheduled', contentHash: state.run!.contentHash, publishAt }] }
}

const submit = (state: WorkflowState, base: Base, command: Command, context: Context): Decision => {
  const { faults: _, ...frozen } = context.frozen!
  const { definition, hash } = context.current
  const refused =
    rules.contentComplete(context.frozen) ??
    rules.differsFromEdition(state, frozen.contentHash) ??
    rules.approversLeft(definition, frozen.contributors, context.people)
  if (refused) return { refusal: refused }
  const round = state.rounds + 1
  return { events: [{ ...base, type: 'submitted', round, definition: hash, ...frozen, ...noted(command) }] }
}

/**
 * Whether the workflow lets this role change the working copy: in a draft everyone who may edit, in an `edit` step its
 * actors, in an `approve` step or after approval nobody.
 */
export const mayChange = (state: WorkflowState, role: string, definitions: DefinitionLookup): boolean => {
  if (!state.run) return true
  const step = currentStep(state, definitions)
  return step?.kind === 'edit' && step.by.role === role
}
