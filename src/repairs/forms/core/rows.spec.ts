import type { FlattenedField } from 'payload'
import { expect, it } from 'vitest'
import { missingRows, withIds, withPlaces } from './rows.ts'

const fields = [
  { name: 'groups', type: 'array', flattenedFields: [{ name: 'words', type: 'text', localized: true }] },
  { name: 'plain', type: 'array', flattenedFields: [{ name: 'words', type: 'text' }] },
] as unknown as FlattenedField[]

const NEW = expect.stringMatching(/^[0-9a-f]{24}$/)
const stored = { groups: [{ id: 'a' }, { id: 'b' }] }

it.each([
  ['rows without ids are those of their places', [{}, {}], ['a', 'b']],
  ['a row more is a new one', [{}, {}, {}], ['a', 'b', NEW]],
  ['rows with ids keep them, in whatever order', [{ id: 'b' }, { id: 'a' }], ['b', 'a']],
  ['a place whose row is named elsewhere is free for a new one', [{}, { id: 'a' }], [NEW, 'a']],
])('%s', (_, groups, ids) => {
  const { groups: found } = withIds(fields, withPlaces(fields, { groups }), stored) as { groups: { id: string }[] }
  expect(found.map(({ id }) => id)).toEqual(ids)
})

it.each([
  ['an id of nobody', [{ id: 'theirs' }], [NEW]],
  ['its own id twice', [{ id: 'p' }, { id: 'p' }], ['p', NEW]],
  ['no id', [{}], [NEW]],
  ['its own id', [{ id: 'q' }, { id: 'p' }], ['q', 'p']],
  ['an id of a row of another list', [{ id: 'a' }], [NEW]],
  ['a mark of a place', [{ id: '@0' }], [NEW]],
  [
    'what is no id',
    [{ id: 5 }, { id: { toString: 5 } }, { id: null }, { id: '' }, { id: '\u0000' }],
    Array(5).fill(NEW),
  ],
])('a row of a plain list that comes with %s', (_, plain, ids) => {
  const before = { ...stored, plain: [{ id: 'p' }, { id: 'q' }] }
  const { plain: found } = withIds(fields, withPlaces(fields, { plain }), before) as { plain: { id: string }[] }
  expect(found.map(({ id }) => id)).toEqual(ids)
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
})

it('marks sent for rows of a translation are no ids', () => {
  const groups = [{ id: '@1' }, { id: 5 }, { id: '@0' }]
  const { groups: found } = withIds(fields, withPlaces(fields, { groups }), stored) as { groups: { id: string }[] }
  expect(found.map(({ id }) => id)).toEqual(['a', 'b', NEW])
})

it('rows are their own at every depth', () => {
  const inner = { name: 'notes', type: 'array', flattenedFields: [{ name: 'words', type: 'text' }] }
  const deep = [
    { name: 'box', type: 'group', flattenedFields: [inner] },
    { name: 'outer', type: 'array', flattenedFields: [inner] },
  ] as unknown as FlattenedField[]
  const before = { box: { notes: [{ id: 'n' }] }, outer: [{ id: 'o', notes: [{ id: 'm' }] }] }
  const sent = {
    box: { notes: [{ id: 'n' }, { id: 'm' }] },
    outer: [
      { id: 'o', notes: [{ id: 'm' }, { id: 'n' }] },
      { id: 'theirs', notes: [{ id: 'm' }] },
    ],
  }
  expect(withIds(deep, withPlaces(deep, sent), before)).toEqual({
    box: { notes: [{ id: 'n' }, { id: NEW }] },
    outer: [
      { id: 'o', notes: [{ id: 'm' }, { id: NEW }] },
      { id: NEW, notes: [{ id: NEW }] },
    ],
  })
})

it('leaves what is no list alone', () => {
  const data = { plain: 'a', groups: null, other: 1 }
  expect(withIds(fields, withPlaces(fields, data), stored)).toEqual(data)
})

it('misses rows of a translation only when they came without ids', () => {
  const lacks = (groups: object[]) =>
    missingRows(fields, withPlaces(fields, { groups }), stored).map(({ path }) => path)
  expect([lacks([{}]), lacks([{}, {}]), lacks([{ id: 'b' }]), lacks([])]).toEqual([['groups'], [], [], []])
})
