import { randomBytes } from 'node:crypto'
import type { FlattenedArrayField, FlattenedField } from 'payload'
import { type Content, type Fault, fault } from '../../../../lib/faults/fault.ts'
import { isRecord } from '../../../../lib/isRecord.ts'

/** Placeholder id of a row that was sent without one; it records the position in the list. */
const PLACE = /^@(\d+)$/

const placeOf = (id: unknown): number | undefined => {
  const [, place] = typeof id === 'string' ? (PLACE.exec(id) ?? []) : []
  return place === undefined ? undefined : Number(place)
}
const isNamed = (row: Content): boolean => typeof row.id === 'string' && row.id !== '' && placeOf(row.id) === undefined

/** Whether the list has the same rows in all languages, with translated text in them. */
const isTranslated = (list: FlattenedArrayField): boolean =>
  list.flattenedFields.some((inner) => 'localized' in inner && inner.localized)

/** Changes the rows of a list, given its stored rows. */
type Change = (rows: unknown[], list: FlattenedArrayField, stored: Content[]) => unknown[]

/** Changes every list in the data at any depth, outer ones first. */
const inEachList = (fields: FlattenedField[], data: Content, before: Content | undefined, change: Change): Content => {
  const changed = fields.flatMap((field): [string, unknown][] => {
    const [value, held] = [data[field.name], before?.[field.name]]
    if ((field.type === 'group' || field.type === 'tab') && isRecord(value))
      return [[field.name, inEachList(field.flattenedFields, value, isRecord(held) ? held : undefined, change)]]
    if (field.type !== 'array' || !Array.isArray(value)) return []
    const stored = Array.isArray(held) ? held.filter(isRecord) : []
    const rows = change(value, field, stored).map((row) =>
      isRecord(row)
        ? inEachList(
            field.flattenedFields,
            row,
            stored.find(({ id }) => id === row.id),
            change,
          )
        : row,
    )
    return [[field.name, rows]]
  })
  return { ...data, ...Object.fromEntries(changed) }
}

/**
 * Marks rows of translated lists that were sent without an id by their position, before Payload assigns new ids.
 * Payload identifies a row by its id alone, so it would take the rows of a translation as different rows and lose the
 * text of all other languages. Invalid ids (a number, an object, a mark like these) count as missing. Pure.
 */
export const withPlaces = (fields: FlattenedField[], data: Content): Content =>
  inEachList(fields, data, undefined, (rows, list) =>
    rows.map((row, index) => {
      if (!isRecord(row) || isNamed(row)) return row
      const { id: _, ...rest } = row
      return isTranslated(list) ? { ...rest, id: `@${index}` } : rest
    }),
  )

/**
 * Gives every row an id of its own: the sent id, if it exists in the same list of the stored document (if two rows
 * claim it, the first gets it); for a row marked by its position, the id of the stored row there; otherwise a new one.
 * An id alone does not prove whose row it is: SQLite would fail on a row of another document, and MongoDB would store
 * two rows with one id.
 *
 * @param before the stored document; nothing for a new one
 */
export const withIds = (fields: FlattenedField[], data: Content, before: Content | undefined): Content =>
  inEachList(fields, data, before, (rows, _, stored) => {
    const own = new Set(stored.map(({ id }) => id))
    const given = new Set<unknown>()
    const take = (id: unknown): boolean => {
      const free = typeof id === 'string' && own.has(id) && !given.has(id)
      if (free) given.add(id)
      return free
    }
    const kept = rows.map((row) => isRecord(row) && take(row.id))
    return rows.map((row, index) => {
      if (!isRecord(row) || kept[index]) return row
      const place = placeOf(row.id)
      const there = place === undefined ? undefined : stored[place]?.id
      return { ...row, id: take(there) ? there : randomBytes(12).toString('hex') }
    })
  })

/**
 * Faults of translated lists that were sent without ids and with fewer rows than stored. It is unknown which rows are
 * missing, and they would be lost in every language.
 */
export const missingRows = (fields: FlattenedField[], data: Content, before: Content): Fault[] =>
  fields.flatMap((field) => {
    if (field.type !== 'array' || !isTranslated(field)) return []
    const [rows, stored] = [data[field.name], before[field.name]]
    if (!Array.isArray(rows) || !Array.isArray(stored) || !rows.length || rows.length >= stored.length) return []
    return rows.some((row) => isRecord(row) && placeOf(row.id) !== undefined)
      ? [
          fault(
            field.name,
            `Bản dịch phải có đủ ${stored.length} mục như bản tiếng Việt, theo đúng thứ tự.`,
            `A translation needs all ${stored.length} rows of the original, in its order.`,
          ),
        ]
      : []
  })
