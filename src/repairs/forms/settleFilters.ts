import { APIError, type CollectionBeforeOperationHook, type Where } from 'payload'
import { say } from '../../../lib/faults/say.ts'
import { AN_ID, AN_OBJECT_ID } from './core/anId.ts'
import { type Expected, type FilterFault, settledFilter } from './core/filters.ts'

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

/** By its name Payload's admin knows a filter that is only being typed: it shows an empty list, not a broken page. */
class UnanswerableFilter extends APIError {
  override name = 'QueryError'
}

/**
 * Guarantees that a filter is answered with what it asks for, and alike on both databases: a value that its field
 * cannot hold is refused, where SQLite and MongoDB would take it for "no value" and answer rows that have none.
 */
export const settleFilters: CollectionBeforeOperationHook = ({ args, collection, req, overrideAccess }) => {
  const { where } = args as { where?: Where }
  if (overrideAccess || !where) return args
  const { db, collections } = req.payload
  // MongoDB holds no other ids, and reads every other text as none at all.
  const form = db.name === 'mongoose' ? AN_OBJECT_ID : AN_ID
  const settled = settledFilter(where, collection.flattenedFields, {
    fieldsOf: (slug) => collections[slug]!.config.flattenedFields,
    isId: (text) => form.test(text),
  })
  const [fault] = settled.faults
  if (!fault) return { ...args, where: settled.where } as typeof args
  throw new UnanswerableFilter(say(req, ...sentenceOf(fault)), 400, { code: 'BAD_REQUEST' }, true)
}
