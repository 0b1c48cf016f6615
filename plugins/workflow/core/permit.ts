import type { Context } from './context.ts'
import type { Actor } from './events.ts'
import type { Refusal } from './refusal.ts'
import { rules } from './rules.ts'
import { currentStep, type WorkflowState } from './state.ts'

export const ACTIONS = [
  'submit',
  'recall',
  'approve',
  'return',
  'refuse',
  'publish',
  'schedule',
  'unschedule',
  'withdraw',
] as const
export type Action = (typeof ACTIONS)[number]

/** Permission to approve, return or refuse at the step where a text waits. */
const decision = (state: WorkflowState, action: Action, actor: Actor, context: Context): Refusal | undefined => {
  const refused = rules.waitsForDecision(state, context) ?? rules.theirStep(state, actor, context)
  if (refused || action !== 'approve' || currentStep(state, context.definitions)?.kind !== 'approve') return refused
  return rules.wroteNothing(state, actor) ?? rules.approvedNothing(state, actor)
}

/**
 * Whether a person may take an action on a document in its current state, regardless of the input of the action.
 *
 * @returns the refusal, or `undefined` when the action is permitted
 */
export const permit = (state: WorkflowState, action: Action, actor: Actor, context: Context): Refusal | undefined => {
  const { run } = state
  const step = currentStep(state, context.definitions)
  const definition = run ? context.definitions(run.definition) : context.current.definition
  const publishing = rules.notPublishing(state)
  if (publishing) return publishing
  switch (action) {
    case 'submit':
      return rules.notUnderReview(state) ?? rules.maySubmit(actor, context)
    case 'recall':
      return rules.underReview(state) ?? rules.submittedByThem(state, actor) ?? rules.undecided(state)
    case 'return':
      // Every step is cleared and the text is held or unscheduled. The people who may publish it may also return it.
      if (run && !step && !run.publishAt)
        return rules.hasAuthority(actor, definition, { vi: 'trả lại văn bản đã duyệt', en: 'return an approved text' })
      return decision(state, action, actor, context)
    case 'approve':
    case 'refuse':
      return decision(state, action, actor, context)
    case 'schedule':
      if (run && !step)
        return rules.hasAuthority(actor, definition, {
          vi: 'hẹn giờ công bố văn bản đã duyệt',
          en: 'schedule an approved text',
        })
      return rules.atLastStep(state, context) ?? decision(state, 'approve', actor, context)
    case 'unschedule':
      return (
        rules.timeSet(state) ??
        rules.hasAuthority(actor, definition, { vi: 'bỏ hẹn giờ công bố', en: 'take the time back' })
      )
    case 'publish':
      return (
        rules.fullyApproved(state, context) ??
        rules.hasAuthority(actor, definition, { vi: 'công bố văn bản đã duyệt', en: 'publish an approved text' })
      )
    case 'withdraw':
      return (
        rules.isPublic(state) ??
        rules.hasAuthority(actor, context.current.definition, {
          vi: 'rút văn bản đã công bố',
          en: 'withdraw a published text',
        })
      )
  }
}
