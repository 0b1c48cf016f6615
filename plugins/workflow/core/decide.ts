import { publishUrgently, withdraw } from './actsAtOnce.ts'
import { type Base, type Command, type Decision, instantOf, noted } from './command.ts'
import type { Context } from './context.ts'
import type { StoredEvent, WorkflowEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { Person } from './groups.ts'
import { move } from './move.ts'
import { type Action, permit } from './permit.ts'
import { maySit, signed } from './powers.ts'
import { confirmPurge, proposePurge } from './purge.ts'
import { rules } from './rules.ts'
import { publicationDue, published } from './schedule.ts'
import { nextSeat } from './seats.ts'
import { currentStep, type DefinitionLookup, isFinal, type WorkflowState } from './state.ts'
import { writtenText } from './writtenText.ts'

/** Actions that need a reason, and who reads it. */
const REASONED: Partial<Record<Action, 'author' | 'public' | 'heads'>> = {
  return: 'author',
  refuse: 'author',
  withdraw: 'public',
  expire: 'public',
  restore: 'heads',
  'publish-urgently': 'heads',
  move: 'heads',
  'propose-purge': 'heads',
  'decline-purge': 'heads',
}

/**
 * The rules of the workflow: the events that an action causes, in order, or the refusal. Consequences that follow at
 * once, such as the publication after the last approval, are part of the decision. Pure: everything it needs is in its
 * arguments.
 */
export const decide = (state: WorkflowState, command: Command, context: Context): Decision => {
  const { by, at } = command
  const comment = writtenText(command.comment)
  const base = { ...signed(by), at, ...(comment ? { comment } : {}) }
  const refused =
    rules.expectedGiven(command.expected) ??
    rules.nothingSince(state, command.expected) ??
    permit(state, command.action, by, context) ??
    (REASONED[command.action] ? rules.reasonGiven(command.reason, REASONED[command.action]!) : undefined)
  if (refused) return { refusal: refused }
  const why = writtenText(command.reason)

  const { run } = state
  switch (command.action) {
    case 'submit':
      return submit(state, base, command, context)
    case 'correct': {
      const missing = rules.noteGiven(command.changeNote)
      return missing ? { refusal: missing } : submit(state, base, command, context, { major: command.major === true })
    }
    case 'recall':
      return { events: [{ ...base, type: 'recalled' }] }
    case 'claim':
      return { events: [{ ...base, type: 'claimed', ...taking(state, context) }] }
    case 'assign': {
      const unfit = rules.assigneeFits(state, context) ?? rules.assigneeIsHere(context)
      if (unfit) return { refusal: unfit }
      const { id, name } = context.assignee!
      return { events: [{ ...base, type: 'assigned', ...taking(state, context), to: { id, name } }] }
    }
    case 'release':
      return {
        events: [{ ...base, type: 'released', step: currentStep(state, context.definitions)!.name }],
      }
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
      return withdraw(state, base, command, context, why)
    case 'expire':
      return { events: [{ ...base, type: 'expired', edition: state.edition, reason: why }] }
    case 'restore': {
      // An end of display that has passed is lifted: it was what the head decided against.
      const { expiresAt, ...address } = context.address!
      return {
        events: [
          {
            ...base,
            type: 'restored',
            edition: state.edition,
            contentHash: state.lastPublished!.contentHash,
            reason: why,
            ...address,
            ...(expiresAt !== undefined && expiresAt > base.at ? { expiresAt } : {}),
          },
        ],
      }
    }
    case 'redirect': {
      const wrong = rules.targetFits(context, 'to')
      if (wrong) return { refusal: wrong }
      return { events: [{ ...base, type: 'redirected', edition: state.edition, to: context.target!.url }] }
    }
    case 'publish-urgently':
      return publishUrgently(state, base, command, context, why)
    case 'move':
      return move(state, base, context, why)
    case 'propose-purge':
      return proposePurge(state, base, command, why)
    case 'confirm-purge':
      return confirmPurge(state, base, context)
    case 'decline-purge': {
      const { event, edition } = state.purge!
      return { events: [{ ...base, type: 'purgeDeclined', event, edition, reason: why }] }
    }
    case 'ratify':
      return { events: [{ ...base, type: 'ratified', event: state.unratified!.event }] }
  }
}

/** Working hours for which a step is claimed, unless the definition says otherwise. */
const CLAIMED_FOR = 8

const taking = (state: WorkflowState, { definitions, afterWorkingHours }: Context) => ({
  step: currentStep(state, definitions)!.name,
  until: afterWorkingHours!(definitions(state.run!.definition).claimedFor ?? CLAIMED_FOR),
})

const approve = (state: WorkflowState, base: Base, command: Command, context: Context): Decision => {
  const step = currentStep(state, context.definitions)!
  const seat = step.kind === 'approve' ? nextSeat(state, command.by, context) : {}
  const final = isFinal(state, context.definitions, seat)
  const timed = command.action === 'schedule' || command.publishAt !== undefined
  const refused =
    rules.everythingTicked(step.checklist, command.checklist) ??
    rules.timedAtTheLast(timed, final) ??
    (timed ? rules.timePossible(command.publishAt, base.at) : undefined)
  if (refused) return { refusal: refused }
  const expired = final ? rules.shownAfter(instantOf(command, base), context) : undefined
  if (expired) return { refusal: expired }
  const ticked = step.checklist?.length ? { checklist: step.checklist.map(({ name }) => name) } : {}
  if (step.kind === 'edit') {
    const faults = rules.contentComplete(context.frozen) ?? rules.notPurged(state, context.frozen?.contentHash)
    if (faults) return { refusal: faults }
    const { faults: _, ...frozen } = context.frozen!
    const stands = standing(state, frozen.contentHash, context)
    return {
      events: [{ ...base, type: 'passed', step: step.name, ...frozen, ...stands, ...ticked, ...noted(command) }],
    }
  }
  const { contentHash } = state.run!
  const publishAt = timed ? { publishAt: new Date(command.publishAt!).toISOString() } : {}
  const approved: WorkflowEvent = {
    ...base,
    type: 'approved',
    step: step.name,
    contentHash,
    final,
    ...seat,
    ...ticked,
    ...publishAt,
    ...noted(command),
  }
  return { events: [approved, ...atOnce(state, approved, context)] }
}

/** The steps whose approvals stand although the text changed; empty when it did not, or all are void. */
const standing = ({ run }: WorkflowState, contentHash: string, { ignoring = [] }: Context) => {
  if (contentHash === run!.contentHash) return {}
  const stands = ignoring.filter((name) => run!.approvals.some(({ step }) => step === name))
  return stands.length ? { stands } : {}
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

const submit = (
  state: WorkflowState,
  base: Base,
  command: Command,
  context: Context,
  correction?: { major: boolean },
): Decision => {
  const { faults: _, ...frozen } = context.frozen!
  const { definition, hash } = context.current
  const refused =
    rules.contentComplete(context.frozen) ??
    rules.differsFromEdition(state, frozen.contentHash) ??
    rules.notPurged(state, frozen.contentHash) ??
    rules.approversLeft(definition, frozen.contributors, context.people)
  if (refused) return { refusal: refused }
  const round = state.rounds + 1
  return {
    events: [
      {
        ...base,
        type: 'submitted',
        round,
        definition: hash,
        ...frozen,
        ...noted(command),
        ...(correction ? { correction } : {}),
        ...(command.batch ? { batch: command.batch } : {}),
      },
    ],
  }
}

/**
 * Whether the workflow lets a person change the working copy: in a draft everyone who may edit, in an `edit` step its
 * actors, in an `approve` step or after approval nobody.
 */
export const mayChange = (state: WorkflowState, person: Person, definitions: DefinitionLookup): boolean => {
  if (!state.run) return true
  const step = currentStep(state, definitions)
  return step?.kind === 'edit' && maySit(person, step)
}
