import type { Context } from './context.ts'
import { type Acting, isAuthority } from './powers.ts'
import type { Refusal } from './refusal.ts'
import { rules } from './rules.ts'
import { currentStep, type WorkflowState } from './state.ts'

export const ACTIONS = [
  'submit',
  'recall',
  'approve',
  'return',
  'refuse',
  'claim',
  'release',
  'assign',
  'publish',
  'schedule',
  'unschedule',
  'withdraw',
  'correct',
  'publish-urgently',
  'ratify',
  'restore',
  'redirect',
  'expire',
  'move',
  'propose-purge',
  'confirm-purge',
  'decline-purge',
] as const
export type Action = (typeof ACTIONS)[number]

const WITHDRAWN = { vi: 'không có gì để rút', en: 'there is nothing to withdraw' }
const CORRECTED = { vi: 'chưa có gì để đính chính', en: 'there is nothing to correct' }
const EXPIRED = { vi: 'không có gì để hết hạn', en: 'there is nothing that could expire' }

/** Permission to approve, return or refuse at the step where a text waits. */
const decision = (state: WorkflowState, action: Action, actor: Acting, context: Context): Refusal | undefined => {
  const refused =
    rules.waitsForDecision(state, context) ??
    rules.theirStep(state, actor, context) ??
    rules.claimedByNobodyElse(state, actor, context)
  if (refused || action !== 'approve' || currentStep(state, context.definitions)?.kind !== 'approve') return refused
  return (
    rules.powerHolds(actor) ??
    rules.wroteNothing(state, actor) ??
    rules.approvedNothing(state, actor) ??
    rules.groupStillOpen(state, actor, context)
  )
}

/**
 * Whether a person may take an action on a document in its current state, regardless of the input of the action.
 *
 * @returns the refusal, or `undefined` when the action is permitted
 */
export const permit = (state: WorkflowState, action: Action, actor: Acting, context: Context): Refusal | undefined => {
  const { run } = state
  const step = currentStep(state, context.definitions)
  const definition = run ? context.definitions(run.definition) : context.current.definition
  const publishing = rules.notPublishing(state)
  if (publishing) return publishing
  switch (action) {
    case 'submit':
      return rules.notUnderReview(state) ?? rules.maySubmit(actor, context)
    case 'correct':
      return rules.isPublic(state, CORRECTED) ?? rules.notUnderReview(state) ?? rules.maySubmit(actor, context)
    case 'recall':
      return rules.underReview(state) ?? rules.submittedByThem(state, actor) ?? rules.undecided(state)
    case 'claim':
      return (
        decision(state, 'claim', actor, context) ??
        rules.eligible(state, actor, context) ??
        rules.notTheirsYet(state, actor, context)
      )
    case 'assign':
      return (
        rules.waitsForDecision(state, context) ??
        (isAuthority(actor, definition) ? undefined : decision(state, 'assign', actor, context))
      )
    case 'release':
      return (
        rules.claimed(state, context) ??
        (isAuthority(actor, definition) ? undefined : rules.claimedByNobodyElse(state, actor, context))
      )
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
      return rules.atLastStep(state, actor, context) ?? decision(state, 'approve', actor, context)
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
        rules.isPublic(state, WITHDRAWN) ??
        rules.hasAuthority(actor, context.current.definition, {
          vi: 'rút văn bản đã công bố',
          en: 'withdraw a published text',
        })
      )
    case 'expire':
      return (
        rules.isPublic(state, EXPIRED) ??
        rules.hasAuthority(actor, context.current.definition, {
          vi: 'cho văn bản hết hạn hiển thị',
          en: 'let a text expire',
        })
      )
    case 'restore':
      return (
        rules.hasEnded(state) ??
        rules.notPurged(state, state.lastPublished?.contentHash) ??
        rules.hasAuthority(actor, context.current.definition, {
          vi: 'công bố lại văn bản đã rút',
          en: 'restore a withdrawn text',
        }) ??
        rules.endedByOther(state, actor) ??
        rules.approvedByOther(state, actor)
      )
    case 'redirect':
      return (
        rules.hasEnded(state) ??
        rules.hasAuthority(actor, context.current.definition, {
          vi: 'chuyển địa chỉ của văn bản đã rút',
          en: 'redirect a withdrawn text',
        })
      )
    case 'move':
      return (
        rules.onItsWay(state) ??
        rules.definitionChanged(state, context) ??
        rules.hasAuthority(actor, context.inForce!.definition, {
          vi: 'chuyển văn bản sang quy trình hiện hành',
          en: 'move a text to the workflow in force',
        })
      )
    case 'propose-purge':
      return (
        rules.somethingToPurge(state) ??
        rules.hasAuthority(actor, context.current.definition, {
          vi: 'đề nghị xóa nội dung một bản đã công bố',
          en: 'propose to erase an edition',
        })
      )
    case 'confirm-purge':
      return (
        rules.purgeProposed(state) ??
        rules.hasAuthority(actor, context.current.definition, {
          vi: 'xóa nội dung một bản đã công bố',
          en: 'erase an edition',
        }) ??
        rules.proposedByOther(state, actor) ??
        rules.mayBePurged(state, state.purge!.edition)
      )
    case 'decline-purge':
      return (
        rules.purgeProposed(state) ??
        rules.hasAuthority(actor, context.current.definition, {
          vi: 'trả lời đề nghị xóa',
          en: 'answer a proposal to erase',
        })
      )
    case 'publish-urgently':
      return (
        rules.urgencyKnown(context) ??
        rules.hasAuthority(actor, context.current.definition, {
          vi: 'công bố khẩn',
          en: 'publish urgently',
        })
      )
    case 'ratify':
      return (
        rules.waitsForRatification(state) ??
        rules.hasAuthority(actor, context.current.definition, { vi: 'phê chuẩn', en: 'ratify' }) ??
        rules.ratifiedByOther(state, actor)
      )
  }
}
