import type { CollectionBeforeOperationHook } from 'payload'
import { parseDocumentNumber } from '../../src/text/documentNumber.ts'
import { fault } from '../checks/fault.ts'
import { asValidationError } from './say.ts'

/**
 * Takes a number typed as it is printed (`84/KH-UBND`, `42/2022/NĐ-CP`) apart, and refuses one that is neither that nor
 * a number. Stands before every other hook: Payload's number field would silently keep the leading digits and lose the
 * symbol.
 */
export const readPrintedNumber: CollectionBeforeOperationHook = ({ args, operation, collection, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { data } = args as { data?: Record<string, unknown> }
  if (typeof data?.number !== 'string') return args
  const typed = data.number.trim()
  if (typed === '') return { ...args, data: { ...data, number: null } }
  if (/^\d{1,6}$/.test(typed)) return { ...args, data: { ...data, number: Number(typed) } }
  const read = parseDocumentNumber(typed)
  if (!read)
    throw asValidationError({
      faults: [
        fault(
          'number',
          'Xin ghi riêng số, ví dụ 84, hoặc cả số và ký hiệu như in trên văn bản, ví dụ 84/KH-UBND.',
          'Enter the number alone, such as 84, or number and symbol as printed, such as 84/KH-UBND.',
        ),
      ],
      collection: collection.slug,
      req,
    })
  const { number, symbol, year } = read
  return { ...args, data: { ...data, number, symbol, ...(year ? { printsYear: true } : {}) } }
}
