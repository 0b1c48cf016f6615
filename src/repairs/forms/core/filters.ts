import type { FlattenedField } from 'payload'
import { isRecord } from '../../../../lib/isRecord.ts'

/** The expected type of a filter's value. */
export type Expected = 'number' | 'id' | 'date' | 'boolean'

/** A filter that cannot be answered. */
export interface FilterFault {
  /** The field, as named in the filter. */
  path: string
  /** Expected type of the value; `undefined` when the field does not support the comparison. */
  expected: Expected | undefined
  operator: string
}

/** What the rule must know about the system. */
export interface Known {
  fieldsOf: (collection: string) => FlattenedField[]
  /** Whether a text has the form of an id in this database. */
  isId: (text: string) => boolean
}

type Operators = ReadonlySet<string>

/** The target of a path. */
interface Comparable {
  /** Expected type of values; default: any. */
  expected?: Expected
  operators?: Operators
  /** For lists of rows in other collections: the fields that a condition on those rows may name. */
  rows?: FlattenedField[]
}

const LISTS: Operators = new Set(['in', 'not_in'])
const EQUALITY = ['equals', 'not_equals']
const ORDER = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']
const OPERATORS = {
  ordered: new Set([...EQUALITY, ...ORDER, ...LISTS]),
  boolean: new Set(EQUALITY),
  relation: new Set([...EQUALITY, ...LISTS]),
  relations: new Set([...EQUALITY, ...LISTS, 'contains']),
  id: new Set([...EQUALITY, ...ORDER, ...LISTS, 'like', 'contains']),
  none: new Set<string>(),
}
const KINDS: Partial<Record<FlattenedField['type'], Comparable>> = {
  number: { expected: 'number', operators: OPERATORS.ordered },
  date: { expected: 'date', operators: OPERATORS.ordered },
  checkbox: { expected: 'boolean', operators: OPERATORS.boolean },
}

/** Ids that are not fields: the row's own, under either name, and the parent document of a version. */
const OWN_IDS = new Set<string | undefined>(['id', '_id', 'parent'])

/** Splits a path as Payload reads it: `__` is a dot; the prefix of version fields and row numbers are dropped. */
const partsOf = (path: string): string[] =>
  path
    .replaceAll('__', '.')
    .replace(/^version\./, '')
    .split('.')
    .filter((part) => !/^\d+$/.test(part))

const comparableAt = (fields: FlattenedField[], [name, ...rest]: string[], known: Known): Comparable | undefined => {
  const field = fields.find((candidate) => candidate.name === name)
  if (!field) return OWN_IDS.has(name) ? { expected: 'id', operators: OPERATORS.id } : undefined
  if (field.type === 'relationship' || field.type === 'upload' || field.type === 'join') {
    if (rest[0] === 'relationTo') return {}
    const targets = [field.type === 'join' ? field.collection : field.relationTo].flat().map(known.fieldsOf)
    const onward = rest[0] === 'value' ? rest.slice(1) : rest
    const there = onward.length ? targets.map((target) => comparableAt(target, onward, known)).find(Boolean) : undefined
    // A segment unknown to the target collections is the language of a localised relation.
    if (there) return there
    const { expected } = comparableAt(targets[0]!, ['id'], known)!
    const isList = field.type === 'join' || field.hasMany === true
    return isList
      ? { expected, operators: OPERATORS.relations, rows: targets[0]! }
      : { expected, operators: OPERATORS.relation }
  }
  // Parts of a value in a single column cannot be compared.
  if ((field.type === 'richText' || field.type === 'json') && rest.length) return { operators: OPERATORS.none }
  if ('flattenedFields' in field) return rest.length ? comparableAt(field.flattenedFields, rest, known) : {}
  return KINDS[field.type] ?? {}
}

const A_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
/** ISO 8601, or a date and time separated by a space, as databases print it. */
const A_DATE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:[T ].+)?)?)?$/
const isBoolean = (value: unknown) => typeof value === 'boolean' || /^(?:true|false)$/i.test(String(value))

const FITS: Record<Expected, (value: unknown, known: Known) => boolean> = {
  number: (value) =>
    typeof value === 'number'
      ? Number.isFinite(value)
      : typeof value === 'string' && A_NUMBER.test(value.trim()) && Number.isFinite(Number(value)),
  date: (value) =>
    (value instanceof Date || typeof value === 'number' || (typeof value === 'string' && A_DATE.test(value))) &&
    !Number.isNaN(new Date(value).getTime()),
  boolean: isBoolean,
  id: (value, { isId }) => typeof value === 'string' && isId(value),
}

/** How an address asks for rows without a value. */
const isNothing = (value: unknown) => value === null || value === undefined || value === '' || value === 'null'

/** Whether all values of a comparison are possible values of the field. */
const fits = (expected: Expected, operator: string, value: unknown, known: Known): boolean => {
  const values =
    LISTS.has(operator) && typeof value === 'string'
      ? value.split(',').map((one) => one.trim())
      : LISTS.has(operator) || (expected === 'id' && Array.isArray(value))
        ? [value].flat()
        : [value]
  return values.every((one) => {
    // A relation to several collections names the one it refers to.
    const meant = expected === 'id' && isRecord(one) && 'relationTo' in one ? one.value : one
    return FITS[expected](meant, known)
  })
}

/** Whether a value can be compared with a text: a single text or number, or a list of them for list operators. */
const isComparable = (operator: string, value: unknown): boolean =>
  LISTS.has(operator) ? [value].flat().every((one) => !isRecord(one)) : !Array.isArray(value) && !isRecord(value)

/** A comparison that both databases interpret alike, or a fault. */
const comparison = (
  target: Comparable,
  operator: string,
  value: unknown,
  known: Known,
): Record<string, unknown> | 'fault' => {
  const { expected, operators } = target
  if (operators === OPERATORS.none) return 'fault'
  if (operator === 'exists')
    return isNothing(value) || isBoolean(value) ? { exists: /^true$/i.test(String(value)) } : 'fault'
  if (!expected) return isComparable(operator, value) ? { [operator]: value } : 'fault'
  if (isNothing(value) && EQUALITY.includes(operator)) return { exists: operator === 'not_equals' }
  if (value === '' && LISTS.has(operator) && operators?.has(operator)) return { [operator]: [] }
  if (!operators?.has(operator) || !fits(expected, operator, value, known)) return 'fault'
  // Payload does not split the ids of a relation to several collections.
  const isList = expected === 'id' && LISTS.has(operator) && typeof value === 'string'
  return { [operator]: isList ? value.split(',').map((one) => one.trim()) : value }
}

/**
 * Normalises a tree of filters so that both databases interpret it alike. Comparing with an empty value asks for rows
 * without a value. Comparisons that the databases would interpret differently, mostly as "no value" or as no filter at
 * all, are faults: a value that the field can never hold, or a text comparison on a field that is not text. Unknown
 * names of fields and operators are left to Payload. Pure.
 */
export const normalisedFilter = (
  where: unknown,
  fields: FlattenedField[],
  known: Known,
): { where: unknown; faults: FilterFault[] } => {
  if (!isRecord(where)) return { where, faults: [] }
  const faults: FilterFault[] = []
  const within = (part: unknown, of: FlattenedField[], above = '') => {
    const found = normalisedFilter(part, of, known)
    faults.push(...found.faults.map((fault) => ({ ...fault, path: above + fault.path })))
    return found.where
  }
  const normalisedAt = (path: string, constraint: unknown): unknown => {
    if (/^(?:and|or)$/i.test(path) && Array.isArray(constraint)) return constraint.map((part) => within(part, fields))
    const target = comparableAt(fields, partsOf(path), known)
    if (!target || !isRecord(constraint)) return constraint
    const normalised: Record<string, unknown> = {}
    for (const [operator, value] of Object.entries(constraint)) {
      if (operator === 'contains' && target.rows && isRecord(value)) {
        normalised.contains = within(value, target.rows, `${path}.`)
        continue
      }
      const found = operator === 'all' ? 'fault' : comparison(target, operator, value, known)
      // Both with and without a value: merged into one condition, the last one would win.
      const isContrary =
        found !== 'fault' && 'exists' in normalised && (found.exists ?? normalised.exists) !== normalised.exists
      if (found !== 'fault' && !isContrary) Object.assign(normalised, found)
      else {
        const isKnown = !isContrary && (operator === 'exists' || (target.operators?.has(operator) ?? false))
        const expected = operator === 'exists' ? 'boolean' : target.expected
        faults.push({ path, operator, expected: isKnown ? expected : undefined })
      }
    }
    return normalised
  }
  return {
    where: Object.fromEntries(Object.entries(where).map(([path, at]) => [path, normalisedAt(path, at)])),
    faults,
  }
}
