import type { Field } from 'payload'
import { isRecord } from '../../../lib/isRecord.ts'

type Row = Record<string, unknown>

const isThere = (value: unknown): boolean => isRecord(value) && (!('relationTo' in value) || isRecord(value.value))

const present = (value: unknown): unknown =>
  Array.isArray(value) ? value.filter(isThere) : isThere(value) ? value : null

const fieldsIn = (value: unknown, fields: Field[]): unknown => {
  if (Array.isArray(value)) return value.map((row) => fieldsIn(row, fields))
  return isRecord(value) ? withoutLost(value, fields) : value
}

/**
 * A row without its relations to deleted rows. SQLite removes such relations itself, also in old versions; MongoDB
 * keeps the dangling id. Pure.
 *
 * @param row read with its relations populated one level deep
 */
export const withoutLost = (row: Row, fields: Field[]): Row => {
  const kept = { ...row }
  for (const field of fields) {
    if (field.type === 'tabs')
      for (const tab of field.tabs)
        if ('name' in tab && tab.name) kept[tab.name] = fieldsIn(kept[tab.name], tab.fields)
        else Object.assign(kept, withoutLost(kept, tab.fields))
    else if (field.type === 'row' || field.type === 'collapsible') Object.assign(kept, withoutLost(kept, field.fields))
    else if ('name' in field && field.name && kept[field.name] !== undefined && kept[field.name] !== null) {
      const value = kept[field.name]
      if (field.type === 'relationship' || field.type === 'upload') kept[field.name] = present(value)
      else if ('fields' in field) kept[field.name] = fieldsIn(value, field.fields)
    }
  }
  return kept
}
