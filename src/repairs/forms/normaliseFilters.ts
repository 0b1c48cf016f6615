import { APIError, type CollectionBeforeOperationHook, type Where } from 'payload'
import { say } from '../../../lib/faults/say.ts'
import { AN_ID, AN_OBJECT_ID } from './core/anId.ts'
import { type Expected, type FilterFault, normalisedFilter } from './core/filters.ts'

const KINDS: Record<Expected, { vi: string; en: string }> = {
  number: { vi: 'số', en: 'numbers' },
  id: { vi: 'mã của một mục trên hệ thống', en: 'ids' },
  date: { vi: 'ngày dạng 2026-11-28', en: 'dates such as 2026-11-28' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
}

const sentenceOf = ({ path, operator, expected }: FilterFault): [vi: string, en: string] =>
  expected
    ? [
        `Bộ lọc “${path}” chỉ nhận ${KINDS[expected].vi}; xin sửa lại giá trị.`,
        `The filter “${path}” takes ${KINDS[expected].en}; correct its value.`,
      ]
    : [
        `Trường “${path}” không lọc được bằng “${operator}”; xin dùng phép so sánh khác.`,
        `The field “${path}” cannot be filtered with “${operator}”; use another operator.`,
      ]

/** Payload's admin recognises an incomplete filter by this name, and shows an empty list instead of a broken page. */
class UnanswerableFilter extends APIError {
  override name = 'QueryError'
}

/**
 * `payload` 3.90.2 treats a value that a field cannot hold as "no value" and returns the rows that have none, or fails
 * with 500, differently on each database. This refuses such a filter with a sentence that names its field, and makes
 * both databases interpret all other filters alike.
 */
export const normaliseFilters: CollectionBeforeOperationHook = ({ args, collection, req, overrideAccess }) => {
  const { where } = args as { where?: Where }
  if (overrideAccess || !where) return args
  const { db, collections } = req.payload
  // MongoDB has no other ids, and treats any other text as no value.
  const form = db.name === 'mongoose' ? AN_OBJECT_ID : AN_ID
  const normalised = normalisedFilter(where, collection.flattenedFields, {
    fieldsOf: (slug) => collections[slug]!.config.flattenedFields,
    isId: (text) => form.test(text),
  })
  const [fault] = normalised.faults
  if (!fault) return { ...args, where: normalised.where } as typeof args
  throw new UnanswerableFilter(say(req, ...sentenceOf(fault)), 400, { code: 'BAD_REQUEST' }, true)
}
