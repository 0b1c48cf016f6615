import { hasWords, normalise } from '../../../lib/text/normalise.ts'
import type { Context } from './context.ts'
import { stepWithoutApprovers, type Text, type WorkflowDefinition } from './definition.ts'
import type { Actor } from './events.ts'
import { type Refusal, refusal, wrongState } from './refusal.ts'
import { instantFault } from './schedule.ts'
import { currentStep, isFinal, type WorkflowState } from './state.ts'

/** A text entered by a person, trimmed; empty when it contains no word. */
export const writtenText = (text: string | undefined): string => {
  const tidy = normalise(text ?? '')
  return hasWords(tidy) ? tidy : ''
}

/**
 * The rules of the workflow by name. Each returns the refusal, or `undefined` when the rule permits the action. Pure.
 * `permit` and `decide` define which rules apply to an action, and in which order.
 */
export const rules = {
  expectedGiven: (expected: number | undefined): Refusal | undefined =>
    expected === undefined
      ? refusal(
          'WORKFLOW_EXPECTED_MISSING',
          'Thiếu trạng thái đã xem; xin tải lại trang rồi làm lại.',
          'The state you decided on is missing: send `expected`, the last `seq` you saw.',
        )
      : undefined,

  nothingSince: ({ seq }: WorkflowState, expected: number | undefined): Refusal | undefined =>
    expected !== seq
      ? refusal(
          'WORKFLOW_STALE',
          'Văn bản vừa có thay đổi; xin xem lại rồi quyết định.',
          'Something happened to this text meanwhile; look again, then decide.',
          { seq },
        )
      : undefined,

  notPublishing: ({ run }: WorkflowState): Refusal | undefined =>
    run?.publishing
      ? wrongState(
          'Văn bản đã được duyệt và đang được công bố; xin tải lại trang sau giây lát.',
          'The text is approved and is being published; reload the page in a moment.',
        )
      : undefined,

  notUnderReview: ({ run }: WorkflowState): Refusal | undefined =>
    run
      ? wrongState(
          'Văn bản đang được trình duyệt; xin rút lại bản trình trước khi trình lại.',
          'The text is under review; recall it before you submit it again.',
        )
      : undefined,

  maySubmit: (actor: Actor, { current, mayEdit }: Context): Refusal | undefined =>
    !current.definition.authors.includes(actor.role) || !mayEdit
      ? refusal(
          'FORBIDDEN',
          'Bạn không có quyền trình văn bản này; xin nhờ người soạn.',
          'You may not submit this text; ask its author.',
        )
      : undefined,

  underReview: ({ run }: WorkflowState): Refusal | undefined =>
    run
      ? undefined
      : wrongState(
          'Văn bản không ở trong vòng duyệt nào nên không có bản trình để rút lại.',
          'The text is not under review, so there is nothing to recall.',
        ),

  submittedByThem: ({ run }: WorkflowState, actor: Actor): Refusal | undefined =>
    run?.submitter === actor.id
      ? undefined
      : refusal(
          'FORBIDDEN',
          'Chỉ người đã trình được rút lại bản trình; xin nhờ người ấy.',
          'Only the person who submitted the text may recall it; ask them.',
        ),

  undecided: ({ run }: WorkflowState): Refusal | undefined =>
    run?.decided
      ? wrongState(
          'Đã có người giải quyết văn bản này; xin đề nghị họ trả lại.',
          'Somebody has decided on this text already; ask them to return it.',
        )
      : undefined,

  waitsForDecision: (state: WorkflowState, { definitions }: Context): Refusal | undefined =>
    currentStep(state, definitions)
      ? undefined
      : wrongState('Văn bản không chờ ai duyệt lúc này.', 'The text is not waiting for a decision now.'),

  theirStep: (state: WorkflowState, actor: Actor, { definitions }: Context): Refusal | undefined => {
    const step = currentStep(state, definitions)
    return step && step.by.role !== actor.role
      ? refusal(
          'WORKFLOW_NOT_YOUR_STEP',
          `Bước “${step.title.vi}” do người khác giải quyết; xin chờ hoặc liên hệ người được giao bước này.`,
          `The step “${step.title.en}” is somebody else's; wait, or ask the people in charge of it.`,
        )
      : undefined
  },

  /** Separation of duties: contributors may not approve. */
  wroteNothing: ({ run }: WorkflowState, actor: Actor): Refusal | undefined =>
    run?.contributors.includes(actor.id)
      ? refusal(
          'WORKFLOW_CONFLICT_OF_DUTY',
          'Bạn đã tham gia soạn văn bản này nên không thể duyệt; xin để người khác duyệt.',
          'You contributed to this text, so you cannot approve it; ask another approver.',
        )
      : undefined,

  /** Separation of duties: nobody approves twice in one round. */
  approvedNothing: ({ run }: WorkflowState, actor: Actor): Refusal | undefined =>
    run?.approvals.some((one) => one.actor === actor.id)
      ? refusal(
          'WORKFLOW_CONFLICT_OF_DUTY',
          'Bạn đã duyệt văn bản này ở vòng này; bước tiếp theo phải do người khác duyệt.',
          'You have approved this text in this round already; another person must take the next approval.',
        )
      : undefined,

  atLastStep: (state: WorkflowState, { definitions }: Context): Refusal | undefined =>
    currentStep(state, definitions) && !isFinal(state, definitions)
      ? wrongState('Chỉ hẹn được giờ công bố ở bước duyệt cuối cùng.', 'A time can only be set with the last approval.')
      : undefined,

  timedAtTheLast: (timed: boolean, final: boolean): Refusal | undefined =>
    timed && !final
      ? wrongState(
          'Chỉ hẹn được giờ công bố ở lần duyệt cuối cùng; xin duyệt trước, không kèm thời điểm.',
          'Only the last approval can set a time; approve without one.',
        )
      : undefined,

  timePossible: instantFault,

  /** What would expire in the moment in which it is published tells readers nothing. */
  shownAfter: (publishedAt: string, { address, expiresField = '' }: Context): Refusal | undefined => {
    if (address?.expiresAt === undefined || address.expiresAt > publishedAt) return undefined
    const message = {
      vi: 'Văn bản hết hạn hiển thị trước khi được công bố; xin trả lại để sửa ngày hết hạn, hoặc chọn thời điểm sớm hơn.',
      en: 'The text would expire before it is published; return it to have the day changed, or choose an earlier time.',
    }
    return refusal('CONTENT_INVALID', message.vi, message.en, { fields: [{ path: expiresField, message }] })
  },

  timeSet: ({ run }: WorkflowState): Refusal | undefined =>
    run?.publishAt
      ? undefined
      : wrongState('Văn bản không được hẹn giờ công bố.', 'No time of publication is set for this text.'),

  fullyApproved: (state: WorkflowState, { definitions }: Context): Refusal | undefined =>
    !state.run || currentStep(state, definitions)
      ? wrongState(
          'Văn bản chưa được duyệt xong nên chưa công bố được.',
          'The text is not fully approved yet, so it cannot be published.',
        )
      : undefined,

  isPublic: ({ live }: WorkflowState): Refusal | undefined =>
    live
      ? undefined
      : wrongState(
          'Văn bản không ở trạng thái công bố nên không có gì để rút.',
          'The text is not public, so there is nothing to withdraw.',
        ),

  hasAuthority: (actor: Actor, { authority }: WorkflowDefinition, what: Text): Refusal | undefined =>
    actor.role === authority
      ? undefined
      : refusal(
          'FORBIDDEN',
          `Chỉ lãnh đạo ban biên tập được ${what.vi}.`,
          `Only the heads of the editorial board may ${what.en}.`,
        ),

  reasonGiven: (reason: string | undefined, readersSeeIt: boolean): Refusal | undefined => {
    if (writtenText(reason)) return undefined
    return readersSeeIt
      ? refusal(
          'WORKFLOW_REASON_MISSING',
          'Xin ghi lý do rút; người đọc sẽ thấy lý do này.',
          'Say why it is withdrawn; readers will see it.',
        )
      : refusal(
          'WORKFLOW_REASON_MISSING',
          'Xin ghi lý do để người soạn biết cần làm gì.',
          'Say why, so that the author knows what to do.',
        )
  },

  contentComplete: (frozen: Context['frozen']): Refusal | undefined =>
    frozen?.faults.length
      ? refusal(
          'CONTENT_INVALID',
          'Văn bản chưa đủ nội dung; xin bổ sung các mục được nêu.',
          'The text is not complete; fill in the fields named.',
          {
            fields: frozen.faults,
          },
        )
      : undefined,

  differsFromEdition: ({ live, lastPublished }: WorkflowState, contentHash: string): Refusal | undefined =>
    live && lastPublished?.contentHash === contentHash
      ? wrongState(
          'Văn bản không khác bản đang công bố nên không cần trình duyệt.',
          'The text equals the edition in force, so there is nothing to approve.',
        )
      : undefined,

  approversLeft: (
    definition: WorkflowDefinition,
    contributors: readonly string[],
    people: Context['people'],
  ): Refusal | undefined => {
    const empty = stepWithoutApprovers(definition, (role) =>
      (people?.(role) ?? []).filter((person) => !contributors.includes(person)),
    )
    return (
      empty &&
      refusal(
        'WORKFLOW_NO_APPROVER',
        `Không còn ai đủ điều kiện duyệt bước “${empty.title.vi}”; xin báo quản trị viên.`,
        `Nobody eligible remains for the step “${empty.title.en}”; tell the administrator.`,
      )
    )
  },
}
