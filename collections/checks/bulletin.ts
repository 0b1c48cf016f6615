import { type Content, type Fault, fault, isBlank, isUntitled } from '../../lib/faults/fault.ts'

/** Validates a bulletin before submission, in one locale. */
export const checkBulletin = (content: Content, locale: string): Fault[] => {
  const faults: Fault[] = []
  if (isUntitled(content.title)) faults.push(fault('title', 'Xin ghi tiêu đề.', 'Enter the title.'))
  const issue = content.kind === 'issue'
  if (!issue && isBlank(content.body) && isBlank(content.summary))
    faults.push(fault('body', 'Xin ghi nội dung hoặc tóm tắt của tin.', 'Enter the text or the summary.'))
  if (locale !== 'vi') return faults
  if (isBlank(content.byline))
    faults.push(fault('byline', 'Xin ghi đơn vị đưa tin.', 'Enter the unit that stands as by-line.'))
  if (issue && isBlank(content.issueNo))
    faults.push(fault('issueNo', 'Xin ghi số của bản tin.', 'Enter the number of the issue.'))
  if (issue && isBlank(content.year))
    faults.push(fault('year', 'Xin ghi năm của bản tin.', 'Enter the year of the issue.'))
  const files = (content.files ?? []) as { mimeType?: unknown }[]
  if (issue && !files.some((file) => (file?.mimeType ?? 'application/pdf') === 'application/pdf'))
    faults.push(fault('files', 'Xin tải lên tệp PDF của số bản tin.', 'Upload the PDF of the issue.'))
  return faults
}
