import { type Acting, answering } from './powers.ts'
import { type Refusal, refusal, wrongState } from './refusal.ts'
import type { PastEdition, WorkflowState } from './state.ts'

/** The editions whose content may be erased: neither public, nor decided on again, nor erased already. */
export const purgeable = ({ live, lastPublished, run, editions, purged }: WorkflowState): PastEdition[] =>
  editions.filter(
    ({ contentHash }) =>
      !(live && lastPublished?.contentHash === contentHash) &&
      !run?.texts.includes(contentHash) &&
      !purged.includes(contentHash),
  )

/** The rules about erasing the content of an edition for ever. Part of `rules`. */
export const purgeRules = {
  somethingToPurge: (state: WorkflowState): Refusal | undefined =>
    purgeable(state).length
      ? undefined
      : wrongState(
          'Không có bản nào xóa được nội dung; bản đang công bố phải được rút hoặc thay bằng bản khác trước.',
          'There is no edition to erase; what is public must be withdrawn or replaced first.',
        ),

  mayBePurged: (state: WorkflowState, edition: number | undefined): Refusal | undefined => {
    if (purgeable(state).some((one) => one.edition === edition)) return undefined
    const message = {
      vi: 'Không xóa được nội dung của bản này: bản không có, đang công bố, đang duyệt lại, hoặc đã xóa; xin chọn bản khác.',
      en: 'The content of this edition cannot be erased: it does not exist, is public, is under review again, or is erased already; choose another.',
    }
    return refusal('CONTENT_INVALID', message.vi, message.en, { fields: [{ path: 'edition', message }] })
  },

  purgeProposed: ({ purge }: WorkflowState): Refusal | undefined =>
    purge ? undefined : wrongState('Không có đề nghị xóa nào đang chờ.', 'Nothing is proposed to be erased.'),

  /** What is erased is gone for ever, so that one person alone never decides on it. */
  proposedByOther: ({ purge }: WorkflowState, actor: Acting): Refusal | undefined =>
    answering(actor).some((id) => purge?.by.includes(id))
      ? refusal(
          'WORKFLOW_CONFLICT_OF_DUTY',
          'Chính bạn đã đề nghị xóa nên một lãnh đạo khác phải xác nhận.',
          'You proposed to erase it, so another head must confirm.',
        )
      : undefined,

  /** Two documents may have the same words at the same address, one after the other. */
  ownTextAlone: (contentHash: string, ofOthers: ReadonlySet<string> | undefined): Refusal | undefined =>
    ofOthers?.has(contentHash)
      ? wrongState(
          'Một văn bản khác cũng có đúng nội dung này nên không xóa được; xin xử lý văn bản ấy trước.',
          'Another document has this very content too, so it cannot be erased; deal with that one first.',
        )
      : undefined,

  /** A text that was erased never comes back in the same words. */
  notPurged: ({ purged }: WorkflowState, contentHash: string | undefined): Refusal | undefined =>
    contentHash !== undefined && purged.includes(contentHash)
      ? wrongState(
          'Nội dung này đã bị xóa theo quyết định của lãnh đạo; xin sửa văn bản rồi trình lại.',
          'The heads had this very content erased; change the text, then submit it again.',
        )
      : undefined,
}
