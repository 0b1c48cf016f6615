import { type Content, type Fault, fault, isBlank, isUntitled } from '../../lib/faults/fault.ts'

/** Contradictory facts, which even a draft of a notice may not contain. */
export const noticeContradictions = (content: Content): Fault[] => {
  const { pinnedUntil, expiresOn } = content as { pinnedUntil?: string | null; expiresOn?: string | null }
  return pinnedUntil && expiresOn && expiresOn < pinnedUntil
    ? [
        fault(
          'pinnedUntil',
          'Không thể ghim lâu hơn ngày hết hạn; xin kiểm tra lại hai ngày.',
          'A notice cannot stay pinned past its expiry; check both days.',
        ),
      ]
    : []
}

/** Validates a notice before submission, in one locale. */
export const checkNotice = (content: Content, _locale: string, today: string): Fault[] => {
  const faults = noticeContradictions(content)
  if (typeof content.expiresOn === 'string' && content.expiresOn && content.expiresOn < today)
    faults.push(
      fault(
        'expiresOn',
        'Ngày hết hạn đã qua nên thông báo sẽ không hiện; xin đổi ngày hoặc để trống.',
        'The day of expiry has passed, so nobody would see the notice; change it or leave it empty.',
      ),
    )
  if (isUntitled(content.title)) faults.push(fault('title', 'Thông báo phải có tiêu đề.', 'A notice needs a title.'))
  if (isBlank(content.body) && isBlank(content.summary))
    faults.push(fault('body', 'Xin ghi nội dung thông báo.', 'Enter the text of the notice.'))
  return faults
}
