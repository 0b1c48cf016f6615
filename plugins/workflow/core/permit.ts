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
  const authority = (vi: string, en: string, of = context.current.definition) =>
    rules.hasAuthority(actor, of, { vi, en })
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
        return authority('trả lại văn bản đã duyệt', 'return an approved text', definition)
      return decision(state, action, actor, context)
    case 'approve':
    case 'refuse':
      return decision(state, action, actor, context)
    case 'schedule':
      if (run && !step) return authority('hẹn giờ công bố văn bản đã duyệt', 'schedule an approved text', definition)
      return rules.atLastStep(state, actor, context) ?? decision(state, 'approve', actor, context)
    case 'unschedule':
      return rules.timeSet(state) ?? authority('bỏ hẹn giờ công bố', 'take the time back', definition)
    case 'publish':
      return (
        rules.fullyApproved(state, context) ??
        authority('công bố văn bản đã duyệt', 'publish an approved text', definition)
      )
    case 'withdraw':
      return rules.isPublic(state, WITHDRAWN) ?? authority('rút văn bản đã công bố', 'withdraw a published text')
    case 'expire':
      return rules.isPublic(state, EXPIRED) ?? authority('cho văn bản hết hạn hiển thị', 'let a text expire')
    case 'restore':
      return (
        rules.hasEnded(state) ??
        rules.notPurged(state, state.lastPublished?.contentHash) ??
        authority('công bố lại văn bản đã rút', 'restore a withdrawn text') ??
        rules.endedByOther(state, actor) ??
        rules.approvedByOther(state, actor)
      )
    case 'redirect':
      return rules.hasEnded(state) ?? authority('chuyển địa chỉ của văn bản đã rút', 'redirect a withdrawn text')
    case 'move':
      return (
        rules.onItsWay(state) ??
        rules.definitionChanged(state, context) ??
        authority(
          'chuyển văn bản sang quy trình hiện hành',
          'move a text to the workflow in force',
          context.inForce!.definition,
        )
      )
    case 'propose-purge':
      return (
        rules.somethingToPurge(state) ??
        authority('đề nghị xóa nội dung một bản đã công bố', 'propose to erase an edition')
      )
    case 'confirm-purge':
      return (
        rules.purgeProposed(state) ??
        authority('xóa nội dung một bản đã công bố', 'erase an edition') ??
        rules.proposedByOther(state, actor) ??
        rules.mayBePurged(state, state.purge!.edition)
      )
    case 'decline-purge':
      return rules.purgeProposed(state) ?? authority('trả lời đề nghị xóa', 'answer a proposal to erase')
    case 'publish-urgently':
      return rules.urgencyKnown(context) ?? authority('công bố khẩn', 'publish urgently')
    case 'ratify':
      return (
        rules.waitsForRatification(state) ?? authority('phê chuẩn', 'ratify') ?? rules.ratifiedByOther(state, actor)
      )
  }
}
