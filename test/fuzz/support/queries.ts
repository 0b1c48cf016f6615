import fc, { type Arbitrary } from 'fast-check'
import type { FlattenedField } from 'payload'

const OPERATORS = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'like',
  'not_like',
  'contains',
  'greater_than',
  'less_than_equal',
  'near',
  'within',
  'toString',
  '__proto__',
  '$ne',
  '',
]

const VALUES = [
  '',
  'a',
  '%00',
  '%',
  'null',
  'true',
  '12',
  'abc',
  '1e999',
  '2026-11-23',
  'a,b',
  '0'.repeat(24),
  "'",
  '"',
  '%25%5F',
  '(((((((((a',
  '\\',
  'x'.repeat(2_000),
  '[object%20Object]',
  '%F0%9F%98%80',
]

const pathsOf = (fields: readonly FlattenedField[], depth = 2): string[] =>
  fields.flatMap((field) => {
    if (!('name' in field) || !field.name) return []
    const inner = 'flattenedFields' in field && depth > 0 ? pathsOf(field.flattenedFields, depth - 1) : []
    const away =
      field.type === 'relationship' || field.type === 'upload'
        ? ['id', 'title', 'hash', 'createdBy.email', 'value', 'relationTo', 'value.id', 'x.y.z']
        : field.type === 'richText' || field.type === 'json'
          ? ['root', 'root.children', 'a', 'a.b', "a'b"]
          : ['0', 'vi']
    return [field.name, ...[...inner, ...away].map((one) => `${field.name}.${one}`)]
  })

/** Odd queries of a list or a document of a collection: filters, sorting, selections, counts, languages. */
export const queryOf = (fields: readonly FlattenedField[]): Arbitrary<string> => {
  const paths = [
    ...pathsOf(fields),
    'id',
    '_id',
    'createdAt',
    'updatedAt',
    'version.title',
    'parent',
    '_status',
    'nothing',
    '__proto__',
  ]
  const path = fc.constantFrom(...paths, ...paths.map((one) => one.replaceAll('.', '__')))
  const value = fc.constantFrom(...VALUES)
  const operator = fc.constantFrom(...OPERATORS)
  const where = fc
    .tuple(
      fc.constantFrom('', '[or][0]', '[and][0]', '[or][0][and][1]', '[or]', '[version]'),
      path,
      operator,
      fc.constantFrom('', '', '', '[]', '[a]', '[0][b]'),
      value,
    )
    .map(([above, at, how, below, sent]) => `where${above}[${at}][${how}]${below}=${sent}`)
  const other = fc.oneof(
    fc.tuple(fc.constantFrom('', '-'), path).map(([sign, at]) => `sort=${sign}${at}`),
    fc
      .tuple(fc.constantFrom('select', 'populate', 'joins', 'populate[users]', 'select[body]'), path, value)
      .map(([name, at, sent]) => `${name}[${at}]=${sent}`),
    fc
      .tuple(
        fc.constantFrom(
          'limit',
          'page',
          'depth',
          'locale',
          'fallback-locale',
          'draft',
          'trash',
          'pagination',
          'where',
          'data',
          'select',
          'sort',
          'joins',
          'populate',
          'autosave',
          'overrideLock',
          'publishSpecificLocale',
          'from',
          'to',
          'lang',
          'format',
        ),
        fc.oneof(value, fc.constantFrom('0', '-1', '1e9', '2', 'all', '*', 'km', 'en', '{}', '[]', '{"or":1}')),
      )
      .map(([name, sent]) => `${name}=${sent}`),
  )
  const many = fc
    .tuple(
      fc.constantFrom('where[or][#][title][equals]=a', 'where[and][#][none][in]=a', 'sort=title', 'sort=none'),
      fc.nat(250),
    )
    .map(([one, times]) => Array.from({ length: times }, (_, index) => one.replace('#', String(index))).join('&'))
  return fc
    .array(
      fc.oneof({ weight: 12, arbitrary: where }, { weight: 14, arbitrary: other }, { weight: 1, arbitrary: many }),
      { maxLength: 4 },
    )
    .map((parts) => (parts.length ? `?${parts.join('&')}` : ''))
}
