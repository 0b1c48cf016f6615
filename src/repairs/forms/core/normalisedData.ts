import type { FlattenedField } from 'payload'
import { type Content, type Fault, fault } from '../../../../lib/faults/fault.ts'
import { isRecord } from '../../../../lib/isRecord.ts'

export interface NormalisedData {
  data: Content
  faults: Fault[]
}

const noNumber = (path: string): Fault => fault(path, 'Xin ghi một số, ví dụ 2026.', 'Enter a number, such as 2026.')

const PLAIN = /^-?\d+(?:\.\d+)?$/
/** Thousands as they are written in Vietnam. */
const DOTTED = /^-?\d{1,3}(?:\.\d{3})+$/

/** A number as it was typed; `undefined` when it is none. Every number here is a count, so `1.000` is a thousand. */
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

/** What stands for a list without rows: programs write `null`, and Payload's form counts its rows. */
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
 * Data as it was sent, in the form in which hooks may rely on it: `null` for a group or a list is an empty one, and so
 * is the `0` that Payload's form sends for a list without rows; a number sent as a text is that number, where Payload
 * would keep its leading digits (`1.000.000` as 1). Fields it does not know stay; what is not there is not added. Pure.
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
