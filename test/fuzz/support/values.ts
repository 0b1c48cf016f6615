import fc, { type Arbitrary } from 'fast-check'
import type { FlattenedField } from 'payload'

const deep = (depth: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 'x'
  for (let level = 0; level < depth; level += 1) value = wrap(value)
  return value
}

/** Values on which careless code fails: objects that are no text, numbers that are none, texts that are too much. */
export const hostile: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    -1e308,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '%00',
    '../../etc/passwd',
    "' OR 1=1 --",
    'NaN',
    'null',
    'undefined',
    '[object Object]',
    '__proto__',
    'constructor',
    '2026-02-31',
    '9999-99-99T99:99:99Z',
    '+275760-09-14',
    'javascript:alert(1)',
    '0'.repeat(24),
    'f'.repeat(24),
    '00000000-0000-0000-0000-000000000000',
    [],
    [[]],
    [null],
    [{}],
    {},
    { toString: 1 },
    { toString: 1, valueOf: 2 },
    { length: 1e9 },
    { toJSON: 1 },
    { $gt: '' },
    { $where: 'sleep(1000)' },
    { id: { toString: 1 } },
    { value: {}, relationTo: {} },
    { relationTo: '__proto__', value: 'x' },
    { relationTo: 'users', value: '0'.repeat(24) },
    { root: {} },
    { vi: 'a', km: 'b' },
    JSON.parse('{"__proto__":{"x":1},"constructor":{"prototype":{}}}'),
  ),
  fc.constantFrom(50, 200, 2_000).map((depth) => deep(depth, (inner) => [inner])),
  fc.constantFrom(50, 200, 2_000).map((depth) => deep(depth, (inner) => ({ a: inner }))),
  fc.constantFrom('a', ' ', '\u00a0', '\n', 'ạ', '(', '"').map((one) => one.repeat(60_000)),
  fc.constantFrom(300, 5_000).map((count) => Array.from({ length: count }, (_, index) => index)),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
)

const richNode: Arbitrary<object> = fc.letrec<{ node: object }>((tie) => ({
  node: fc
    .record(
      {
        type: fc.oneof(
          {
            weight: 6,
            arbitrary: fc.constantFrom(
              'paragraph',
              'heading',
              'list',
              'listitem',
              'quote',
              'link',
              'text',
              'table',
              'tablerow',
              'tablecell',
              'linebreak',
            ),
          },
          { weight: 1, arbitrary: hostile },
        ),
        tag: fc.constantFrom('h2', 'h3', 'ul', 'ol'),
        text: fc.string({ maxLength: 30 }),
        listType: fc.constantFrom('bullet', 'number', 'check'),
        fields: fc.record({
          url: fc.constantFrom('https://a.vn', '/x', 'javascript:x'),
          linkType: fc.constant('custom'),
        }),
        format: fc.constantFrom<unknown>(0, 1, 'center', ''),
        indent: fc.constantFrom<unknown>(0, 3, -1),
        children: fc.array(tie('node'), { maxLength: 3, depthIdentifier: 'node' }),
      },
      { requiredKeys: ['type'] },
    )
    .chain((node) =>
      fc
        .option(
          fc.tuple(
            fc.constantFrom('tag', 'text', 'format', 'indent', 'fields', 'children', 'value', 'colSpan'),
            hostile,
          ),
          { freq: 3 },
        )
        .map((spoilt) => (spoilt ? { ...node, [spoilt[0]]: spoilt[1] } : node)),
    ),
})).node

/** Ids of rows of a collection. */
export type Ids = (collection: string) => Arbitrary<string>

/** What a field may hold when somebody means it. */
const meant = (field: FlattenedField, ids: Ids): Arbitrary<unknown> => {
  switch (field.type) {
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.constantFrom('12', '1.000'))
    case 'checkbox':
      return fc.boolean()
    case 'date':
      return fc.constantFrom('2026-11-23', '2026-11-23T03:00:00.000Z')
    case 'select':
    case 'radio': {
      const values = field.options.map((option) => (typeof option === 'string' ? option : option.value))
      return 'hasMany' in field && field.hasMany ? fc.subarray(values) : fc.constantFrom(...values)
    }
    case 'relationship':
    case 'upload':
      return field.hasMany
        ? fc.array(ids([field.relationTo].flat()[0]!), { maxLength: 3 })
        : ids([field.relationTo].flat()[0]!)
    case 'richText':
      return fc.array(richNode, { maxLength: 4 }).map((children) => ({ root: { type: 'root', children } }))
    case 'array':
      return fc.array(bodyOf(field.flattenedFields, ids), { maxLength: 3 })
    case 'group':
    case 'tab':
      return bodyOf(field.flattenedFields, ids)
    case 'json':
      return fc.jsonValue({ maxDepth: 2 })
    default:
      return fc.oneof(
        fc.string({ maxLength: 60 }),
        fc.constantFrom('2026-11-23', 'Kế hoạch', 'https://youtu.be/x', 'WEBVTT', '84/KH-UBND', 'a-b'),
      )
  }
}

/** A body with some of the fields as they are meant, and often one or two that are hostile. */
export const bodyOf = (fields: readonly FlattenedField[], ids: Ids): Arbitrary<Record<string, unknown>> => {
  const named = fields.filter((field) => field.type !== 'join' && 'name' in field)
  const members = named.map((field) => {
    const value = meant(field, ids)
    return [field.name, field.name === 'title' ? value : fc.option(value, { nil: undefined, freq: 1 })] as const
  })
  const spoilt = fc.array(fc.tuple(fc.constantFrom('id', ...named.map(({ name }) => name)), hostile), { maxLength: 2 })
  return fc.tuple(fc.record(Object.fromEntries(members), { noNullPrototype: true }), spoilt).map(([body, hostiles]) => {
    const entries = Object.entries(body).filter(([, value]) => value !== undefined)
    return Object.fromEntries([...entries, ...hostiles]) as Record<string, unknown>
  })
}
