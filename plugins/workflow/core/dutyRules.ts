import { listDay } from '../../../lib/text/dates.ts'
import { shownInstant } from '../../../lib/time/shownInstant.ts'
import { backOn } from './absence.ts'
import type { Context } from './context.ts'
import { type Acting, answering } from './powers.ts'
import { type Refusal, refusal } from './refusal.ts'
import type { WorkflowState } from './state.ts'

/** The rules about whether a person's own situation keeps them from deciding. Part of `rules`. */
export const dutyRules = {
  /** Power that somebody else granted, or an account that somebody else opened, decides nothing yet. */
  powerHolds: ({ rests }: Acting): Refusal | undefined => {
    if (!rests) return undefined
    const until = rests.until && shownInstant(new Date(rests.until))
    return until
      ? refusal(
          'WORKFLOW_POWER_RESTS',
          `Tài khoản của bạn vừa được người khác thay đổi nên chưa quyết định được; xin nhờ một lãnh đạo xác nhận, hoặc chờ đến ${until}.`,
          `Somebody else has changed your account, so it decides nothing yet; ask a head to confirm it, or wait until ${until}.`,
        )
      : refusal(
          'WORKFLOW_POWER_RESTS',
          'Tài khoản của bạn không như đã ghi trong sổ quyền duyệt nên chưa quyết định được; xin báo quản trị viên.',
          'Your account is not as the log of powers has it, so it decides nothing; tell the administrator.',
        )
  },

  /** A step that is given to somebody who is away waits for them, and for nobody else. */
  assigneeIsHere: ({ assigneeAway }: Context): Refusal | undefined => {
    if (!assigneeAway) return undefined
    const [until, back] = [listDay(assigneeAway.until), listDay(backOn(assigneeAway))]
    const message = {
      vi: `Người này vắng mặt đến ${until}, trở lại ngày ${back}; xin chọn người khác.`,
      en: `This person is away until ${until} and back on ${back}; choose somebody else.`,
    }
    return refusal('CONTENT_INVALID', message.vi, message.en, { fields: [{ path: 'to', message }] })
  },

  /** Separation of duties: contributors may not approve. */
  wroteNothing: ({ run }: WorkflowState, actor: Acting): Refusal | undefined => {
    const conflicting = answering(actor).find((id) => run?.contributors.includes(id))
    if (conflicting === undefined) return undefined
    return conflicting === actor.id
      ? refusal(
          'WORKFLOW_CONFLICT_OF_DUTY',
          'Bạn đã tham gia soạn văn bản này nên không thể duyệt; xin để người khác duyệt.',
          'You contributed to this text, so you cannot approve it; ask another approver.',
        )
      : refusal(
          'WORKFLOW_CONFLICT_OF_DUTY',
          'Người ủy quyền cho bạn đã tham gia soạn văn bản này nên bạn không thể duyệt thay; xin để người khác duyệt.',
          'Whoever delegated to you contributed to this text, so you cannot approve it in their place; ask somebody else.',
        )
  },

  /** Separation of duties: nobody approves twice in one round. */
  approvedNothing: ({ run }: WorkflowState, actor: Acting): Refusal | undefined =>
    run?.approvals.some(
      ({ actor: by, onBehalfOf = by }) => answering(actor).includes(by) || answering(actor).includes(onBehalfOf),
    )
      ? refusal(
          'WORKFLOW_CONFLICT_OF_DUTY',
          'Bạn đã duyệt văn bản này ở vòng này; bước tiếp theo phải do người khác duyệt.',
          'You have approved this text in this round already; another person must take the next approval.',
        )
      : undefined,
}
