import { type Base, type Command, type Decision, noted } from './command.ts'
import type { Context } from './context.ts'
import type { RatificationClock, StoredEvent, WorkflowEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { rules } from './rules.ts'
import { redirectDue } from './schedule.ts'
import type { WorkflowState } from './state.ts'

/** The clock of an action that the definition wants ratified. */
const clockOf = ({ current, afterWorkingHours }: Context): RatificationClock | undefined => {
  const { ratification, authority } = current.definition
  return (
    ratification && {
      ratifyBy: afterWorkingHours!(ratification.within),
      escalateTo: ratification.escalateTo ?? authority,
    }
  )
}

/** Ends an edition at once; somebody else ratifies it when the definition wants so. */
export const withdraw = (
  state: WorkflowState,
  base: Base,
  command: Command,
  context: Context,
  why: string,
): Decision => {
  const wrong = command.leadsOn ? rules.targetFits(context, 'redirectTo') : undefined
  if (wrong) return { refusal: wrong }
  const { edition } = state
  const leadsTo = command.leadsOn ? { leadsTo: context.target!.url } : {}
  const withdrawn: WorkflowEvent = { ...base, type: 'withdrawn', edition, reason: why, ...leadsTo, ...clockOf(context) }
  const stored = { ...withdrawn, seq: state.seq + 1, hash: '' } as StoredEvent
  const onward = redirectDue(evolve(state, stored, context.definitions))
  return { events: onward ? [withdrawn, onward] : [withdrawn] }
}

/** Takes the text as it stands, wherever it stands: an open round ends with it. */
export const publishUrgently = (
  state: WorkflowState,
  base: Base,
  command: Command,
  context: Context,
  why: string,
): Decision => {
  const { faults: _, ...frozen } = context.frozen!
  const { definition, hash } = context.current
  const refused =
    rules.contentComplete(context.frozen) ??
    rules.differsFromEdition(state, frozen.contentHash) ??
    rules.notPurged(state, frozen.contentHash) ??
    rules.shownAfter(base.at, context)
  if (refused) return { refusal: refused }
  const { withdrawAfter } = definition.ratification!
  return {
    events: [
      {
        ...base,
        type: 'publishedUrgently',
        definition: hash,
        edition: state.edition + 1,
        reason: why,
        ...frozen,
        ...context.address!,
        ...clockOf(context)!,
        ...(withdrawAfter === undefined ? {} : { withdrawAt: context.afterWorkingHours!(withdrawAfter) }),
        ...noted(command),
      },
    ],
  }
}
