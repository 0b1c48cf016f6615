import { type Content, type Fault, fault, isBlank, isUntitled } from '../../lib/faults/fault.ts'

/** Validates a page before submission, in one locale. */
export const checkPage = (content: Content): Fault[] => {
  const files = content.files as unknown[] | null | undefined
  return [
    ...(isUntitled(content.title) ? [fault('title', 'Trang phải có tiêu đề.', 'A page needs a title.')] : []),
    ...(isBlank(content.body) && isBlank(content.summary) && !files?.length
      ? [fault('body', 'Xin ghi nội dung trang hoặc đính kèm tệp.', 'Enter the text of the page or attach a file.')]
      : []),
  ]
}
