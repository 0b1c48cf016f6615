import { randomBytes } from 'node:crypto'
import type { FlattenedField } from 'payload'
import { type Content, type Fault, fault } from './fault.ts'

type Row = Content & { id?: unknown }

/** Stands for the id of a row that was sent without one, and tells where in its list it stood. */
const PLACE = /^@(\d+)$/

const isRow = (value: unknown): value is Row => value !== null && typeof value === 'object'

/** Lists of which a row is one in all languages, while its words are those of each. */
const translatedLists = (fields: FlattenedField[]): string[] =>
  fields.flatMap((field) =>
    field.type === 'array' && field.flattenedFields.some((inner) => 'localized' in inner && inner.localized)
      ? [field.name]
      : [],
  )

const inEachList = (fields: FlattenedField[], data: Content, change: (rows: unknown[], name: string) => unknown[]) =>
  Object.fromEntries(
    translatedLists(fields)
      .filter((name) => Array.isArray(data[name]))
      .map((name) => [name, change(data[name] as unknown[], name)]),
  )

/**
 * Marks the rows that were sent without an id by their place, before Payload gives them new ones: it knows a row by its
 * id alone, and would take the rows of a translation for other rows and forget the words of all other languages. Pure.
 */
export const withPlaces = (fields: FlattenedField[], data: Content): Content => ({
  ...data,
  ...inEachList(fields, data, (rows) =>
    rows.map((row, index) =>
      isRow(row) && (row.id === undefined || row.id === null) ? { ...row, id: `@${index}` } : row,
    ),
  ),
})

/**
 * Gives rows that are marked by their place the id of the row that stands there, or a new one.
 *
 * @param before the document as it is stored; nothing for a new one
 */
export const withIds = (fields: FlattenedField[], data: Content, before: Content | undefined): Content => ({
  ...data,
  ...inEachList(fields, data, (rows, name) => {
    const stored = (Array.isArray(before?.[name]) ? before[name] : []) as Row[]
    const named = new Set(rows.map((row) => (isRow(row) ? row.id : undefined)))
    return rows.map((row) => {
      const [, place] = isRow(row) ? (PLACE.exec(String(row.id)) ?? []) : []
      if (place === undefined) return row
      const there = stored[Number(place)]?.id
      return { ...(row as Row), id: there && !named.has(there) ? there : randomBytes(12).toString('hex') }
    })
  }),
})

/**
 * Lists of a translation that were sent without ids and lack rows: nobody knows which, and they would be gone in every
 * language.
 */
export const missingRows = (fields: FlattenedField[], data: Content, before: Content): Fault[] =>
  translatedLists(fields).flatMap((name) => {
    const [rows, stored] = [data[name], before[name]]
    if (!Array.isArray(rows) || !Array.isArray(stored) || !rows.length || rows.length >= stored.length) return []
    return rows.some((row) => isRow(row) && PLACE.test(String(row.id)))
      ? [
          fault(
            name,
            `Bản dịch phải có đủ ${stored.length} mục như bản tiếng Việt, theo đúng thứ tự.`,
            `A translation needs all ${stored.length} rows of the original, in its order.`,
          ),
        ]
      : []
  })
