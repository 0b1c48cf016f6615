import { type OwnText, textIn } from '../../../lib/text/languages.ts'
import { batchRules } from './batchRules.ts'
import type { Context } from './context.ts'
import type { CheckItem, Text, WorkflowDefinition } from './definition.ts'
import { dutyRules } from './dutyRules.ts'
import { editionRules } from './editionRules.ts'
import { stepWithoutApprovers } from './groups.ts'
import { moveRules } from './moveRules.ts'
import { type Acting, isAuthority, maySit, seatsOf } from './powers.ts'
import { purgeRules } from './purgeRules.ts'
import { type Refusal, refusal, wrongState } from './refusal.ts'
import { instantFault } from './schedule.ts'
import { nextSeat, openSeats } from './seats.ts'
import { type Claim, currentStep, isFinal, type WorkflowState } from './state.ts'
import { writtenText } from './writtenText.ts'

/** The claim that holds at an instant, ISO 8601. */
export const claimNow = ({ run }: WorkflowState, now: string): Claim | undefined =>
  run?.claim && run.claim.until > now ? run.claim : undefined

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

  /** What merely tells people that they are late makes no view stale. */
  nothingSince: ({ seq, decisive }: WorkflowState, expected: number | undefined): Refusal | undefined =>
    expected === undefined || expected < decisive || expected > seq
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

  maySubmit: (actor: Acting, { current, mayEdit }: Context): Refusal | undefined =>
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

  submittedByThem: ({ run }: WorkflowState, actor: Acting): Refusal | undefined =>
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

  theirStep: (state: WorkflowState, actor: Acting, { definitions }: Context): Refusal | undefined => {
    const step = currentStep(state, definitions)
    return step && !maySit(actor, step)
      ? refusal(
          'WORKFLOW_NOT_YOUR_STEP',
          `Bước “${textIn(step.title, 'vi')}” do người khác giải quyết; xin chờ hoặc liên hệ người được giao bước này.`,
          `The step “${textIn(step.title, 'en')}” is somebody else's; wait, or ask the people in charge of it.`,
        )
      : undefined
  },

  /** Where groups decide side by side, each waits for the others. */
  groupStillOpen: (state: WorkflowState, actor: Acting, { definitions }: Context): Refusal | undefined => {
    const step = currentStep(state, definitions)
    return step && seatsOf(actor, step).length && !openSeats(state, actor, step).length
      ? wrongState(
          `Nhóm của bạn đã duyệt xong bước “${textIn(step.title, 'vi')}”; đang chờ nhóm khác.`,
          `Your group has approved the step “${textIn(step.title, 'en')}” already; it waits for another group.`,
        )
      : undefined
  },

  /** While one person has taken a step, nobody else decides there. */
  claimedByNobodyElse: (state: WorkflowState, actor: Acting, { now }: Context): Refusal | undefined => {
    const claim = claimNow(state, now)
    return claim && claim.by !== actor.id
      ? refusal(
          'WORKFLOW_CLAIMED',
          `${claim.name} đang xử lý văn bản này; xin chờ, hoặc nhờ người ấy trả lại việc.`,
          `${claim.name} is working on this text; wait, or ask them to release it.`,
        )
      : undefined
  },

  claimed: (state: WorkflowState, { now }: Context): Refusal | undefined =>
    claimNow(state, now)
      ? undefined
      : wrongState('Chưa có ai nhận xử lý văn bản này.', 'Nobody has claimed this text.'),

  notTheirsYet: (state: WorkflowState, actor: Acting, { now }: Context): Refusal | undefined =>
    claimNow(state, now)?.by === actor.id
      ? wrongState('Bạn đã nhận xử lý văn bản này.', 'You have claimed this text already.')
      : undefined,

  /** Whoever takes a step, or is given it, must be able to decide there. */
  eligible: (state: WorkflowState, actor: Acting, context: Context): Refusal | undefined =>
    currentStep(state, context.definitions)?.kind === 'approve'
      ? (rules.wroteNothing(state, actor) ?? rules.approvedNothing(state, actor))
      : undefined,

  assigneeFits: (state: WorkflowState, context: Context): Refusal | undefined => {
    const { assignee } = context
    const fits = assignee && !rules.theirStep(state, assignee, context) && !rules.eligible(state, assignee, context)
    if (fits) return undefined
    const message = {
      vi: 'Người này không giải quyết được bước hiện tại; xin chọn người khác.',
      en: 'This person cannot decide at the current step; choose somebody else.',
    }
    return refusal('CONTENT_INVALID', message.vi, message.en, { fields: [{ path: 'to', message }] })
  },

  atLastStep: (state: WorkflowState, actor: Acting, context: Context): Refusal | undefined =>
    currentStep(state, context.definitions) && !isFinal(state, context.definitions, nextSeat(state, actor, context))
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

  isPublic: ({ live }: WorkflowState, otherwise: Text): Refusal | undefined =>
    live
      ? undefined
      : wrongState(
          `Văn bản không ở trạng thái công bố nên ${otherwise.vi}.`,
          `The text is not public, so ${otherwise.en}.`,
        ),

  hasAuthority: (actor: Acting, definition: WorkflowDefinition, what: OwnText): Refusal | undefined =>
    isAuthority(actor, definition)
      ? rules.powerHolds(actor)
      : refusal(
          'FORBIDDEN',
          `Chỉ lãnh đạo có thẩm quyền được ${what.vi}.`,
          `Only those with authority over this workflow may ${what.en}.`,
        ),

  reasonGiven: (reason: string | undefined, reader: 'author' | 'public' | 'heads'): Refusal | undefined => {
    if (writtenText(reason)) return undefined
    const { vi, en } = {
      author: {
        vi: 'Xin ghi lý do để người soạn biết cần làm gì.',
        en: 'Say why, so that the author knows what to do.',
      },
      public: { vi: 'Xin ghi lý do; người đọc sẽ thấy lý do này.', en: 'Say why; readers will see it.' },
      heads: { vi: 'Xin ghi lý do; các lãnh đạo khác sẽ đọc.', en: 'Say why; the other heads will read it.' },
    }[reader]
    return refusal('WORKFLOW_REASON_MISSING', vi, en)
  },

  /** Every item of the step's checklist is ticked. */
  everythingTicked: (
    checklist: CheckItem[] | undefined,
    ticked: readonly string[] | undefined,
  ): Refusal | undefined => {
    const missing = (checklist ?? []).filter(({ name }) => !ticked?.includes(name))
    if (!missing.length) return undefined
    const fields = missing.map(({ name, title }) => ({ path: `checklist.${name}`, message: title }))
    return refusal(
      'CONTENT_INVALID',
      `Xin kiểm tra và đánh dấu đủ các mục trước khi duyệt: ${missing.map(({ title }) => textIn(title, 'vi')).join('; ')}.`,
      `Check and tick every item before you approve: ${missing.map(({ title }) => textIn(title, 'en')).join('; ')}.`,
      { fields },
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
    const empty = stepWithoutApprovers(definition, (group) =>
      (people?.(group) ?? []).filter((person) => !contributors.includes(person)),
    )
    return (
      empty &&
      refusal(
        'WORKFLOW_NO_APPROVER',
        `Không còn ai đủ điều kiện duyệt bước “${textIn(empty.title, 'vi')}”; xin báo quản trị viên.`,
        `Nobody eligible remains for the step “${textIn(empty.title, 'en')}”; tell the administrator.`,
      )
    )
  },

  ...dutyRules,
  ...batchRules,
  ...editionRules,
  ...moveRules,
  ...purgeRules,
}
