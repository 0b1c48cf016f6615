import { type Content, type Fault, fault, idOf } from '../../lib/faults/fault.ts'

/** Contradictions in a dated row: it ends before it begins, or it is its own successor or parent. */
export const datedContradictions = (content: Content): Fault[] => {
  const { validFrom, validTo, successors, parent } = content
  const faults: Fault[] = []
  if (typeof validFrom === 'string' && typeof validTo === 'string' && validFrom && validTo && validTo < validFrom)
    faults.push(
      fault(
        'validTo',
        'Ngày chấm dứt phải sau ngày bắt đầu; xin kiểm tra lại hai ngày.',
        'The end must not lie before the beginning; check both days.',
      ),
    )
  const self = idOf(content.id)
  if (self === undefined) return faults
  if (((successors ?? []) as unknown[]).some((heir) => idOf(heir) === self))
    faults.push(
      fault(
        'successors',
        'Không thể tự kế thừa chính mình; xin chọn nơi khác.',
        'Nothing succeeds itself; choose another.',
      ),
    )
  if (idOf(parent) === self)
    faults.push(
      fault(
        'parent',
        'Không thể trực thuộc chính mình; xin chọn nơi khác.',
        'Nothing is part of itself; choose another.',
      ),
    )
  return faults
}
