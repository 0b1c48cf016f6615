import { isRecord } from '../../../lib/isRecord.ts'
import type { FrozenContent, Json, JsonObject, ReferenceCollection } from '../types.ts'

type Row = Record<string, unknown>

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/**
 * Freezes a row of reference data: its stable key, its labels in all their locales, its facts, and its relations to
 * other reference data by key. Pure: equal rows give equal content on every database.
 *
 * @param args.row read with `locale: 'all'` and its relations populated one level deep
 * @param args.targets reference collection that each relation among the facts refers to, by field
 * @throws Error that names the field when a relation was not populated
 */
export const freezeTerm = (args: {
  collection: string
  row: Row
  locales: string[]
  references: Record<string, ReferenceCollection>
  targets: Record<string, string>
}): FrozenContent => {
  const { collection, row, locales, references, targets } = args
  const { key, labels, facts = [] } = references[collection]!

  const label = (value: unknown): Json | undefined => {
    if (!isRecord(value)) return isEmpty(value) ? undefined : (value as Json)
    const texts = locales.filter((locale) => !isEmpty(value[locale])).map((locale) => [`@${locale}`, value[locale]])
    return texts.length ? (Object.fromEntries(texts) as JsonObject) : undefined
  }
  const link = (name: string, value: unknown): Json => {
    const target = targets[name]!
    if (!isRecord(value)) throw new Error(`The relation "${name}" points to a row that cannot be read`)
    return { collection: target, key: value[references[target]!.key] as Json }
  }
  const fact = (name: string): Json | undefined => {
    const value = row[name]
    if (isEmpty(value)) return undefined
    if (!targets[name]) return value as Json
    return Array.isArray(value) ? value.map((one) => link(name, one)) : link(name, value)
  }
  const pairs: [string, Json | undefined][] = [
    ['key', row[key] as Json],
    ...labels.map((name): [string, Json | undefined] => [name, label(row[name])]),
    ...facts.map((name): [string, Json | undefined] => [name, fact(name)]),
  ]
  return {
    format: 1,
    collection,
    locales: locales.filter((locale) =>
      labels.some((name) => isRecord(row[name]) && !isEmpty((row[name] as Row)[locale])),
    ),
    fields: Object.fromEntries(pairs.filter((pair): pair is [string, Json] => pair[1] !== undefined)),
  }
}
