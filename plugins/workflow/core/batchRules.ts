import { type Refusal, refusal, wrongState } from './refusal.ts'
import type { WorkflowState } from './state.ts'

/** The rules about texts that are approved together. Part of `rules`. */
export const batchRules = {
  /** Whatever was submitted once goes the way of all texts. */
  neverSubmitted: ({ seq }: WorkflowState): Refusal | undefined =>
    seq === 0
      ? undefined
      : wrongState(
          'Văn bản này đã từng được trình duyệt; xin giải quyết riêng, không theo lô.',
          'This text was submitted before; decide on it by itself, not with others.',
        ),

  /** Only what was taken over from elsewhere as it stands, and nobody changed since. */
  asImported: (imported: boolean): Refusal | undefined =>
    imported
      ? undefined
      : wrongState(
          'Văn bản này không phải bản nhập nguyên từ cổng cũ, hoặc đã được sửa sau khi nhập; xin trình duyệt như thường lệ.',
          'This text was not imported as it stands, or was changed since; submit it as usual.',
        ),

  /** The text is the one on the list. */
  asListed: (contentHash: string, listed: string): Refusal | undefined =>
    contentHash === listed
      ? undefined
      : refusal(
          'WORKFLOW_STALE',
          'Nội dung đã đổi sau khi lập danh sách; xin tải lại danh sách rồi xem lại.',
          'The text changed after the list was made; read the list again.',
        ),
}
