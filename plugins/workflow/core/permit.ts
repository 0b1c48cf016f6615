import type { Context } from './context.ts'
import type { Step, Text, WorkflowDefinition } from './definition.ts'
import type { Actor } from './events.ts'
import { type Refusal, refusal, wrongState } from './refusal.ts'
import { currentStep, isFinal, type Run, type WorkflowState } from './state.ts'

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

const notYours = (step: Step): Refusal =>
  refusal(
    'WORKFLOW_NOT_YOUR_STEP',
    `Bước “${step.title.vi}” do người khác giải quyết; xin chờ hoặc liên hệ người được giao bước này.`,
    `The step “${step.title.en}” is somebody else's; wait, or ask the people in charge of it.`,
  )

/** Separation of duties: nobody approves what they wrote, and nobody clears two approving steps of one round. */
const conflict = (run: Run, actor: Actor): Refusal | undefined => {
  if (run.contributors.includes(actor.id))
    return refusal(
      'WORKFLOW_CONFLICT_OF_DUTY',
      'Bạn đã tham gia soạn văn bản này nên không thể duyệt; xin để người khác duyệt.',
      'You contributed to this text, so you cannot approve it; ask another approver.',
    )
  if (run.approvals.some((one) => one.actor === actor.id))
    return refusal(
      'WORKFLOW_CONFLICT_OF_DUTY',
      'Bạn đã duyệt văn bản này ở vòng này; bước tiếp theo phải do người khác duyệt.',
      'You have approved this text in this round already; another person must take the next approval.',
    )
  return undefined
}

/** Approving, returning and refusing at the step where a text waits. */
const decision = (
  { run }: WorkflowState,
  step: Step | undefined,
  action: Action,
  actor: Actor,
): Refusal | undefined => {
  if (!run || !step)
    return wrongState('Văn bản không chờ ai duyệt lúc này.', 'The text is not waiting for a decision now.')
  if (step.by.role !== actor.role) return notYours(step)
  return action === 'approve' && step.kind === 'approve' ? conflict(run, actor) : undefined
}

/**
 * Whether a person may take an action on a document as it stands, before anything is known of what they typed.
 *
 * @returns why not, or `undefined`
 */
export const permit = (state: WorkflowState, action: Action, actor: Actor, context: Context): Refusal | undefined => {
  const { run } = state
  const step = currentStep(state, context.definitions)
  const authority = (definition: WorkflowDefinition, what: Text) =>
    actor.role === definition.authority
      ? undefined
      : refusal(
          'FORBIDDEN',
          `Chỉ lãnh đạo ban biên tập được ${what.vi}.`,
          `Only the heads of the editorial board may ${what.en}.`,
        )
  if (run?.publishing)
    return wrongState(
      'Văn bản đã được duyệt và đang được công bố; xin tải lại trang sau giây lát.',
      'The text is approved and is being published; reload the page in a moment.',
    )
  switch (action) {
    case 'submit':
      if (run)
        return wrongState(
          'Văn bản đang được trình duyệt; xin rút lại bản trình trước khi trình lại.',
          'The text is under review; recall it before you submit it again.',
        )
      if (!context.current.definition.authors.includes(actor.role) || !context.mayEdit)
        return refusal(
          'FORBIDDEN',
          'Bạn không có quyền trình văn bản này; xin nhờ người soạn.',
          'You may not submit this text; ask its author.',
        )
      return undefined
    case 'recall':
      if (!run)
        return wrongState(
          'Văn bản không ở trong vòng duyệt nào nên không có bản trình để rút lại.',
          'The text is not under review, so there is nothing to recall.',
        )
      if (run.submitter !== actor.id)
        return refusal(
          'FORBIDDEN',
          'Chỉ người đã trình được rút lại bản trình; xin nhờ người ấy.',
          'Only the person who submitted the text may recall it; ask them.',
        )
      if (run.decided)
        return wrongState(
          'Đã có người giải quyết văn bản này; xin đề nghị họ trả lại.',
          'Somebody has decided on this text already; ask them to return it.',
        )
      return undefined
    case 'return':
      // Held or unscheduled: every step is cleared, and those who may publish it may send it back instead.
      if (run && !step && !run.publishAt)
        return authority(context.definitions(run.definition), {
          vi: 'trả lại văn bản đã duyệt',
          en: 'return an approved text',
        })
      return decision(state, step, action, actor)
    case 'approve':
    case 'refuse':
      return decision(state, step, action, actor)
    case 'schedule':
      if (run && !step)
        return authority(context.definitions(run.definition), {
          vi: 'hẹn giờ công bố văn bản đã duyệt',
          en: 'schedule an approved text',
        })
      if (run && step && !isFinal(state, context.definitions))
        return wrongState(
          'Chỉ hẹn được giờ công bố ở bước duyệt cuối cùng.',
          'A time can only be set with the last approval.',
        )
      return decision(state, step, 'approve', actor)
    case 'unschedule':
      if (!run?.publishAt)
        return wrongState('Văn bản không được hẹn giờ công bố.', 'No time of publication is set for this text.')
      return authority(context.definitions(run.definition), { vi: 'bỏ hẹn giờ công bố', en: 'take the time back' })
    case 'publish':
      if (!run || step)
        return wrongState(
          'Văn bản chưa được duyệt xong nên chưa công bố được.',
          'The text is not fully approved yet, so it cannot be published.',
        )
      return authority(context.definitions(run.definition), {
        vi: 'công bố văn bản đã duyệt',
        en: 'publish an approved text',
      })
    case 'withdraw':
      if (!state.live)
        return wrongState(
          'Văn bản không ở trạng thái công bố nên không có gì để rút.',
          'The text is not public, so there is nothing to withdraw.',
        )
      return authority(context.current.definition, { vi: 'rút văn bản đã công bố', en: 'withdraw a published text' })
  }
}
