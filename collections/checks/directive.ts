import { type Content, type Fault, fault, idOf, isBlank, isUntitled } from '../../lib/faults/fault.ts'

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** Beginning of the year in which the state was founded; no document of it is older. */
const FIRST_DAY = '1945-01-01'

const periodFaults = (period: unknown): Fault[] => {
  const { fromYear, toYear } = (period ?? {}) as { fromYear?: number | null; toYear?: number | null }
  if (fromYear == null && toYear == null) return []
  if (fromYear == null)
    return [
      fault(
        'implementationPeriod.fromYear',
        'Xin ghi năm bắt đầu của thời gian thực hiện.',
        'Enter the first year of implementation.',
      ),
    ]
  return toYear != null && toYear < fromYear
    ? [
        fault(
          'implementationPeriod.toYear',
          'Năm kết thúc phải từ năm bắt đầu trở đi.',
          'The last year must not lie before the first.',
        ),
      ]
    : []
}

/** Contradictory facts, which even a draft of a directive may not contain. */
export const directiveContradictions = (content: Content): Fault[] => {
  const faults = periodFaults(content.implementationPeriod)
  const [from, to] = [text(content.effectiveFrom), text(content.effectiveTo)]
  if (from && to && to < from)
    faults.push(
      fault(
        'effectiveTo',
        'Ngày hết hiệu lực không được trước ngày có hiệu lực; xin kiểm tra lại hai ngày.',
        'The end of effect must not lie before its beginning; check both days.',
      ),
    )
  const [printed, issued] = [content.printedYear, text(content.issuedOn).slice(0, 4)]
  if (content.printsYear && typeof printed === 'number' && issued && Number(issued) !== printed)
    faults.push(
      fault(
        'issuedOn',
        `Số hiệu ghi năm ${printed} nhưng ngày ban hành thuộc năm ${issued}; xin kiểm tra lại.`,
        `The number carries the year ${printed}, but the day of issue lies in ${issued}; check both.`,
      ),
    )
  if (issued && text(content.issuedOn) < FIRST_DAY)
    faults.push(
      fault(
        'issuedOn',
        'Ngày ban hành trước năm 1945; xin kiểm tra lại năm.',
        'The day of issue lies before 1945; check the year.',
      ),
    )
  const override = content.statusOverride as { status?: unknown; reason?: unknown } | null | undefined
  if (!isBlank(override?.status) && isBlank(override?.reason))
    faults.push(
      fault(
        'statusOverride.reason',
        'Xin ghi lý do tự xác định tình trạng hiệu lực.',
        'Say why the legal status is set by hand.',
      ),
    )
  const self = idOf(content.id)
  const relations = (content.relations ?? []) as { type?: unknown; target?: unknown; citedAs?: unknown }[]
  relations.forEach((relation, index) => {
    const target = idOf((relation.target as { value?: unknown } | null)?.value ?? relation.target)
    if (self !== undefined && target === self)
      faults.push(
        fault(
          `relations.${index}.target`,
          'Văn bản không thể có quan hệ với chính nó.',
          'A document cannot relate to itself.',
        ),
      )
    if (target === undefined && isBlank(relation.citedAs))
      faults.push(
        fault(
          `relations.${index}.citedAs`,
          'Xin chọn văn bản liên quan hoặc ghi cách viện dẫn.',
          'Choose the related document or say how it is cited.',
        ),
      )
  })
  return faults
}

/**
 * Validates a directive before submission, in one locale.
 *
 * @param today `YYYY-MM-DD`: an issue date years in the future is a typing error
 */
export const checkDirective = (content: Content, locale: string, today: string): Fault[] => {
  const faults = directiveContradictions(content)
  const need = (path: string, vi: string, en: string) => {
    if (isBlank(content[path])) faults.push(fault(path, vi, en))
  }
  if (isUntitled(content.title)) faults.push(fault('title', 'Xin ghi tên văn bản.', 'Enter the title.'))
  if (locale !== 'vi') return faults
  need('docType', 'Xin chọn loại văn bản.', 'Choose the document type.')
  need('number', 'Xin ghi số văn bản.', 'Enter the number.')
  need('symbol', 'Xin ghi ký hiệu văn bản, ví dụ KH-UBND.', 'Enter the symbol, such as KH-UBND.')
  need('issuedOn', 'Xin ghi ngày ban hành.', 'Enter the day of issue.')
  if (Number(text(content.issuedOn).slice(0, 4)) > Number(today.slice(0, 4)) + 1)
    faults.push(
      fault(
        'issuedOn',
        'Ngày ban hành còn ở tương lai xa; xin kiểm tra lại năm.',
        'The day of issue lies years ahead; check the year.',
      ),
    )
  need('issuer', 'Xin chọn cơ quan ban hành.', 'Choose the issuer.')
  if (isBlank(content.abstract) && isBlank(content.body))
    faults.push(fault('abstract', 'Xin ghi trích yếu hoặc nội dung văn bản.', 'Enter the abstract or the text.'))
  const groups = (content.taskGroups ?? []) as { heading?: unknown; body?: unknown }[]
  groups.forEach(({ heading, body }, index) => {
    if (isBlank(heading) && isBlank(body))
      faults.push(fault(`taskGroups.${index}.heading`, 'Xin ghi tên nhóm nhiệm vụ.', 'Enter the heading of the group.'))
  })
  return faults
}
