import type { FlattenedField } from 'payload'
import { type Content, type Fault, fault, idOf } from '../../../../lib/faults/fault.ts'
import { isRecord } from '../../../../lib/isRecord.ts'

/** A reference of a document to a row of another collection. */
export interface Reference {
  /** The referring field. */
  path: string
  collection: string
  /** As sent; not necessarily a valid id. */
  id: unknown
}

export interface Shape {
  faults: Fault[]
  references: Reference[]
}

const wrong = (path: string): Fault =>
  fault(
    path,
    'Dữ liệu của mục này không đúng dạng; xin nhập hoặc chọn lại.',
    'This field holds a value of the wrong kind; type or choose it again.',
  )

const TEXTS = new Set(['text', 'textarea', 'email', 'code'])
const CHOICES = new Set(['select', 'radio'])

const isText = (value: unknown): value is string => typeof value === 'string'
const isKey = (value: unknown): boolean => isText(value) || typeof value === 'number'
const isAbsent = (value: unknown): boolean => value === null || value === undefined

/** A node of rich text with its descendants. Their content is checked later. */
const isNode = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value.type) &&
  (isAbsent(value.children) || (Array.isArray(value.children) && value.children.every(isNode)))

/** Validators for types of fields with a single value. */
const HOLDS: Partial<Record<FlattenedField['type'], (value: unknown) => boolean>> = {
  // `normalisedData` has already converted numeric texts.
  number: isKey,
  date: (value) => (isKey(value) || value instanceof Date) && !Number.isNaN(new Date(value as string).getTime()),
  checkbox: (value) => typeof value !== 'object',
  richText: (value) => isRecord(value) && isNode(value.root),
}

const shapeOfValue = (field: FlattenedField, value: unknown, path: string, byLocale: boolean): Shape => {
  const broken = { faults: [wrong(path)], references: [] }
  const many = 'hasMany' in field && field.hasMany === true
  if (TEXTS.has(field.type) || CHOICES.has(field.type)) {
    const texts = many ? value : [value]
    return Array.isArray(texts) && texts.every(isText) ? { faults: [], references: [] } : broken
  }
  const holds = HOLDS[field.type]
  if (holds) return (many ? [value].flat() : [value]).every(holds) ? { faults: [], references: [] } : broken
  if ((field.type === 'relationship' || field.type === 'upload') && typeof field.relationTo === 'string') {
    const collection = field.relationTo
    const ids = many ? value : [value]
    if (!Array.isArray(ids) || !ids.every((one) => isKey(idOf(one)))) return broken
    return { faults: [], references: ids.map((one) => ({ path, collection, id: idOf(one) ?? one })) }
  }
  if (field.type === 'relationship' || field.type === 'upload') {
    const targets = field.relationTo
    const rows = many ? value : [value]
    // Payload's own lists send a person without saying that it is one.
    const points = (one: unknown): boolean =>
      isRecord(one) &&
      (isAbsent(one.relationTo) || (isText(one.relationTo) && targets.includes(one.relationTo))) &&
      isKey(idOf(one.value))
    return Array.isArray(rows) && rows.every(points) ? { faults: [], references: [] } : broken
  }
  if (field.type === 'group' || field.type === 'tab')
    return isRecord(value) ? shapeOf(field.flattenedFields, value, byLocale, `${path}.`) : broken
  if (field.type === 'array') {
    if (!Array.isArray(value) || !value.every(isRecord)) return broken
    const rows = value.map((row, index) => shapeOf(field.flattenedFields, row, byLocale, `${path}.${index}.`))
    return { faults: rows.flatMap(({ faults }) => faults), references: rows.flatMap(({ references }) => references) }
  }
  return { faults: [], references: [] }
}

/**
 * Checks the form of sent data before any rule considers its content, and collects the rows it refers to. Missing
 * fields are not checked. Pure.
 *
 * @param byLocale whether localised fields contain a value for each language
 */
export const shapeOf = (fields: FlattenedField[], data: Content, byLocale = false, above = ''): Shape => {
  const found: Shape = { faults: [], references: [] }
  for (const field of fields) {
    const value = data[field.name]
    if (isAbsent(value) || (value === '' && field.type !== 'array')) continue
    const path = `${above}${field.name}`
    const values =
      byLocale && 'localized' in field && field.localized && isRecord(value) ? Object.values(value) : [value]
    for (const one of values.filter((held) => held !== null && held !== undefined)) {
      const { faults, references } = shapeOfValue(field, one, path, byLocale)
      found.faults.push(...faults)
      found.references.push(...references)
    }
  }
  return found
}
