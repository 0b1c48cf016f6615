import type { Context } from './context.ts'
import { type Acting, answering } from './powers.ts'
import { type Refusal, refusal, wrongState } from './refusal.ts'
import type { WorkflowState } from './state.ts'
import { writtenText } from './writtenText.ts'

/** The rules about what happens to an edition that is, or was, public. Part of `rules`. */
export const editionRules = {
  hasEnded: ({ live, everPublished }: WorkflowState): Refusal | undefined =>
    everPublished && !live
      ? undefined
      : wrongState(
          'Chỉ làm được việc này với văn bản đã rút hoặc đã hết hạn.',
          'This is for texts that were withdrawn or have expired.',
        ),

  /** Separation of duties: whoever ended an edition does not bring it back alone. */
  endedByOther: ({ endedBy }: WorkflowState, actor: Acting): Refusal | undefined =>
    answering(actor).some((id) => endedBy?.includes(id))
      ? refusal(
          'WORKFLOW_CONFLICT_OF_DUTY',
          'Bạn đã rút văn bản này nên người khác phải công bố lại; xin nhờ một lãnh đạo khác.',
          'You ended this text, so another head must restore it; ask one of them.',
        )
      : undefined,

  /** Separation of duties: what one person published without approval does not come back by that person. */
  approvedByOther: ({ unapproved }: WorkflowState, actor: Acting): Refusal | undefined =>
    answering(actor).some((id) => unapproved?.by.includes(id) || unapproved?.contributors.includes(id))
      ? refusal(
          'WORKFLOW_CONFLICT_OF_DUTY',
          'Bản này được công bố khẩn mà chưa ai phê chuẩn; người công bố và người soạn không được tự công bố lại.',
          'This edition was published urgently and nobody ratified it; who published or wrote it cannot restore it.',
        )
      : undefined,

  urgencyKnown: ({ current }: Context): Refusal | undefined =>
    current.definition.ratification
      ? undefined
      : refusal(
          'FORBIDDEN',
          'Quy trình này không cho công bố khẩn; xin trình duyệt theo các bước.',
          'This workflow knows no urgent publication; submit the text instead.',
        ),

  waitsForRatification: ({ unratified }: WorkflowState): Refusal | undefined =>
    unratified ? undefined : wrongState('Không có việc nào chờ phê chuẩn.', 'Nothing here waits to be ratified.'),

  /** Separation of duties: neither the one who acted nor a contributor to the text ratifies it. */
  ratifiedByOther: ({ unratified }: WorkflowState, actor: Acting): Refusal | undefined => {
    if (answering(actor).some((id) => unratified?.by.includes(id)))
      return refusal(
        'WORKFLOW_CONFLICT_OF_DUTY',
        'Chính bạn đã quyết định việc này nên người khác phải phê chuẩn; xin nhờ một lãnh đạo khác.',
        'You took this decision yourself, so another head must ratify it; ask one of them.',
      )
    return answering(actor).some((id) => unratified?.contributors.includes(id))
      ? refusal(
          'WORKFLOW_CONFLICT_OF_DUTY',
          'Bạn đã tham gia soạn văn bản này nên không thể phê chuẩn; xin để lãnh đạo khác phê chuẩn.',
          'You contributed to this text, so you cannot ratify it; ask another head.',
        )
      : undefined
  },

  /** What a redirect leads to must be public, and must be another document. */
  targetFits: ({ target, document }: Context, path: string): Refusal | undefined => {
    if (target && target.document !== document) return undefined
    const message = target
      ? {
          vi: 'Đây là địa chỉ của chính văn bản này; xin chọn văn bản thay thế.',
          en: 'This is the address of the text itself; choose the one that replaces it.',
        }
      : {
          vi: 'Không có văn bản nào đang công bố ở địa chỉ này; xin chép lại địa chỉ từ trang công khai.',
          en: 'No document is public at this address; copy it again from the public page.',
        }
    return refusal('CONTENT_INVALID', message.vi, message.en, { fields: [{ path, message }] })
  },

  noteGiven: (note: string | undefined): Refusal | undefined =>
    writtenText(note)
      ? undefined
      : refusal(
          'WORKFLOW_REASON_MISSING',
          'Xin ghi nội dung đính chính; người đọc sẽ thấy ghi chú này.',
          'Say what is corrected; readers will see it.',
        ),
}
