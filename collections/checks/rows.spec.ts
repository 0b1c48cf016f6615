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

it('leaves lists without translations, and what is no list, alone', () => {
  const data = { plain: [{ words: 'a' }], groups: null, other: 1 }
  expect(withIds(fields, withPlaces(fields, data), stored)).toEqual(data)
})

it('misses rows of a translation only when they came without ids', () => {
  const lacks = (groups: object[]) =>
    missingRows(fields, withPlaces(fields, { groups }), stored).map(({ path }) => path)
  expect([lacks([{}]), lacks([{}, {}]), lacks([{ id: 'b' }]), lacks([])]).toEqual([['groups'], [], [], []])
})
