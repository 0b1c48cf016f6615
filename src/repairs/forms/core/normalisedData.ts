import type { FlattenedField } from 'payload'
import { type Content, type Fault, fault } from '../../../../lib/faults/fault.ts'
import { isRecord } from '../../../../lib/isRecord.ts'

export interface NormalisedData {
  data: Content
  faults: Fault[]
}

const noNumber = (path: string): Fault => fault(path, 'Xin ghi một số, ví dụ 2026.', 'Enter a number, such as 2026.')

const PLAIN = /^-?\d+(?:\.\d+)?$/
/** Thousands separators as used in Vietnam. */
const DOTTED = /^-?\d{1,3}(?:\.\d{3})+$/

/** A typed number; `undefined` when the text is not one. Every number here is a count, so `1.000` is one thousand. */
const numberOf = (typed: string): number | null | undefined => {
  const text = typed.trim()
  if (text === '') return null
  if (DOTTED.test(text)) return Number(text.replaceAll('.', ''))
  return PLAIN.test(text) ? Number(text) : undefined
}

const emptied = (fields: FlattenedField[]): Content =>
  Object.fromEntries(
    fields.map((field) => [
      field.name,
      field.type === 'group' || field.type === 'tab'
        ? emptied(field.flattenedFields)
        : field.type === 'array'
          ? []
          : null,
    ]),
  )

/** Values that stand for an empty list: API clients send `null`, and Payload's form sends the number of rows. */
const isEmptyList = (value: unknown): boolean => value === null || value === 0 || value === '0' || value === ''

const normalisedValue = (field: FlattenedField, value: unknown, path: string): { value: unknown; faults: Fault[] } => {
  if (field.type === 'number' && typeof value === 'string') {
    const number = numberOf(value)
    return number === undefined ? { value, faults: [noNumber(path)] } : { value: number, faults: [] }
  }
  if (field.type === 'group' || field.type === 'tab') {
    if (value === null) return { value: emptied(field.flattenedFields), faults: [] }
    if (!isRecord(value)) return { value, faults: [] }
    const { data, faults } = normalisedData(field.flattenedFields, value, `${path}.`)
    return { value: data, faults }
  }
  if (field.type === 'array') {
    if (isEmptyList(value)) return { value: [], faults: [] }
    if (!Array.isArray(value)) return { value, faults: [] }
    const rows = value.map((row, index) =>
      isRecord(row) ? normalisedData(field.flattenedFields, row, `${path}.${index}.`) : { data: row, faults: [] },
    )
    return { value: rows.map(({ data }) => data), faults: rows.flatMap(({ faults }) => faults) }
  }
  return { value, faults: [] }
}

/**
 * Normalises sent data so that hooks can rely on its form. `null` for a group or a list becomes an empty one, as does
 * the `0` that Payload's form sends for a list without rows. A number sent as text becomes that number, where Payload
 * would keep its leading digits (`1.000.000` as 1). Unknown fields are kept; missing fields are not added. Pure.
 */
export const normalisedData = (fields: FlattenedField[], data: Content, above = ''): NormalisedData => {
  const known = new Map(fields.map((field) => [field.name, field]))
  const faults: Fault[] = []
  const entries = Object.entries(data).map(([name, value]) => {
    const field = known.get(name)
    if (!field || value === undefined) return [name, value]
    const found = normalisedValue(field, value, `${above}${name}`)
    faults.push(...found.faults)
    return [name, found.value]
  })
  return { data: Object.fromEntries(entries), faults }
}
