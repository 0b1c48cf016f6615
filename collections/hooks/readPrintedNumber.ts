import type { CollectionBeforeOperationHook } from 'payload'
import { type Fault, fault } from '../../lib/faults/fault.ts'
import { asValidationError } from '../../lib/faults/say.ts'
import { parseDocumentNumber } from '../../lib/text/documentNumber.ts'
import { canonicalSymbol } from '../../lib/text/symbol.ts'

const ALONE = /^(\d{1,6})([A-Za-zĐđ]|bis)?$/u

const unreadable = fault(
  'number',
  'Xin ghi riêng số, ví dụ 84, hoặc cả số và ký hiệu như in trên văn bản, ví dụ 84/KH-UBND.',
  'Enter the number alone, such as 84, or number and symbol as printed, such as 84/KH-UBND.',
)

/**
 * Parses a number typed as printed (`84/KH-UBND`, `42/2022/NĐ-CP`), normalises a symbol typed alone, and rejects any
 * other input. Runs before every other hook, because Payload's number field would silently keep the leading digits and
 * lose the symbol.
 */
export const readPrintedNumber: CollectionBeforeOperationHook = ({ args, operation, collection, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { data } = args as { data?: Record<string, unknown> }
  if (!data) return args
  const refuse = (found: Fault) => asValidationError({ faults: [found], collection: collection.slug, req })
  const fields = typeof data.symbol === 'string' ? { ...data, symbol: canonicalSymbol(data.symbol) } : data
  // Programs that read `numberAndSymbol` also write it; `number` takes precedence.
  const given = data.number === undefined && data.numberAndSymbol ? data.numberAndSymbol : data.number
  if (typeof given !== 'string') return { ...args, data: fields }
  const typed = given.trim()
  if (typed === '') return { ...args, data: { ...fields, number: null } }
  const [, digits, letter] = ALONE.exec(typed) ?? []
  if (digits)
    return { ...args, data: { ...fields, number: Number(digits), ...(letter ? { numberSuffix: letter } : {}) } }
  const read = parseDocumentNumber(typed)
  if (!read) throw refuse(unreadable)
  const { number, suffix = null, symbol, year } = read
  const printedYear = year ?? null
  return {
    ...args,
    data: {
      ...fields,
      number,
      numberSuffix: suffix,
      symbol,
      printsYear: year !== undefined,
      printedYear,
      numberAsPrinted: read.printed,
    },
  }
}
