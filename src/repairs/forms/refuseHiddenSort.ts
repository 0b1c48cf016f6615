import { APIError, type CollectionBeforeOperationHook, type FlattenedField, type Payload } from 'payload'
import { say } from '../../../lib/faults/say.ts'

/** The path of one sort as Payload reads it: without direction, `__` is a dot, without the prefix of version fields. */
const pathOf = (sort: string): string[] =>
  sort
    .trim()
    .replace(/^-/, '')
    .replaceAll('__', '.')
    .replace(/^version\./, '')
    .split('.')

/**
 * Whether the path enters another collection and reaches a field there that is hidden or has restricted read access.
 */
const leadsToHidden = (payload: Payload, fields: FlattenedField[], path: string[], away = false): boolean => {
  const [name, ...rest] = path
  const field = fields.find((candidate) => candidate.name === name)
  if (!field) return false
  if (away && (('hidden' in field && field.hidden) || ('access' in field && field.access?.read))) return true
  if (rest.length === 0) return false
  if (field.type === 'relationship' || field.type === 'upload')
    return [field.relationTo]
      .flat()
      .some((slug) => leadsToHidden(payload, payload.collections[slug]!.config.flattenedFields, rest, true))
  return 'flattenedFields' in field && leadsToHidden(payload, field.flattenedFields, rest, away)
}

/**
 * `payload` 3.90.2 sorts by an unreadable field behind a relation (`createdBy.hash`), and the order reveals its value
 * bit by bit. It checks filters along relations and sorting by a collection's own fields, but not this. This refuses
 * such a sort.
 */
export const refuseHiddenSort: CollectionBeforeOperationHook = ({ args, collection, req, overrideAccess }) => {
  const { sort } = args as { sort?: unknown }
  if (overrideAccess || !sort) return args
  const sorts = [sort].flat().flatMap((one) => String(one).split(','))
  if (sorts.some((one) => leadsToHidden(req.payload, collection.flattenedFields, pathOf(one))))
    throw new APIError(
      say(
        req,
        'Không sắp xếp được theo trường này; xin chọn trường khác.',
        'This field cannot be sorted by; choose another one.',
      ),
      400,
      { code: 'BAD_REQUEST' },
      true,
    )
  return args
}
