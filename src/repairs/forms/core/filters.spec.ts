import fc from 'fast-check'
import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'
import { normalisedFilter } from './filters.ts'

const fields = [
  { name: 'title', type: 'text' },
  { name: 'number', type: 'number' },
  { name: 'createdAt', type: 'date' },
  { name: 'printsYear', type: 'checkbox' },
  { name: 'issuer', type: 'relationship', relationTo: 'organisations' },
  { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true },
  { name: 'about', type: 'relationship', relationTo: ['organisations', 'topics'] },
  {
    name: 'relations',
    type: 'array',
    flattenedFields: [
      { name: 'id', type: 'text' },
      { name: 'target', type: 'relationship', relationTo: 'directives' },
    ],
  },
  { name: 'members', type: 'join', collection: 'organisations', on: 'parent' },
] as FlattenedField[]

const others: Record<string, FlattenedField[]> = {
  directives: fields,
  organisations: [
    { name: 'code', type: 'text' },
    { name: 'rank', type: 'number' },
    { name: 'parent', type: 'relationship', relationTo: 'organisations' },
  ] as FlattenedField[],
  topics: [
    { name: 'id', type: 'number' },
    { name: 'slug', type: 'text' },
  ] as FlattenedField[],
}

const ID = '0123456789abcdef01234567'
const known = { fieldsOf: (slug: string) => others[slug]!, isId: (text: string) => /^[0-9a-f]{24}$/.test(text) }
const normalise = (where: unknown) => normalisedFilter(where, fields, known)

describe('a filter', () => {
  it.each([
    ['number', 'equals', 'abc', 'number'],
    ['number', 'not_equals', '', undefined],
    ['number', 'greater_than', '', 'number'],
    ['number', 'in', '1,abc', 'number'],
    ['number', 'in', ['1', 'abc'], 'number'],
    ['number', 'equals', '1e400', 'number'],
    ['number', 'equals', { a: 1 }, 'number'],
    ['issuer', 'equals', 'nope', 'id'],
    ['issuer', 'not_in', `${ID},nope`, 'id'],
    ['issuer.id', 'equals', 'nope', 'id'],
    ['issuer.rank', 'equals', 'nope', 'number'],
    ['issuer.parent.rank', 'less_than', 'nope', 'number'],
    ['issuer__parent', 'equals', 'nope', 'id'],
    ['version.issuer', 'equals', 'nope', 'id'],
    ['topics', 'equals', 'nope', 'number'],
    ['topics', 'contains', 'nope', 'number'],
    ['about', 'equals', { relationTo: 'organisations', value: 'nope' }, 'id'],
    ['about.value', 'equals', 'nope', 'id'],
    ['relations.target', 'equals', 'nope', 'id'],
    ['relations.0.target', 'equals', 'nope', 'id'],
    ['members', 'equals', 'nope', 'id'],
    ['id', 'in', 'a,b', 'id'],
    ['_id', 'like', 'nope', 'id'],
    ['createdAt', 'greater_than', 'abc', 'date'],
    ['createdAt', 'equals', '2026-13-01', 'date'],
    ['createdAt', 'equals', 'abc 1', 'date'],
    ['printsYear', 'equals', 'maybe', 'boolean'],
    ['title', 'exists', 'maybe', 'boolean'],
  ])('on “%s” that is %s %j is refused, but asking for nothing', (path, operator, value, expected) => {
    const { faults } = normalise({ or: [{ and: [{ [path]: { [operator]: value } }] }] })
    expect(faults).toEqual(expected ? [{ path, operator, expected }] : [])
  })

  it.each([
    ['number', 'like', '12'],
    ['createdAt', 'contains', '2026'],
    ['issuer', 'like', ID],
    ['printsYear', 'in', 'true'],
    ['title', 'all', 'a'],
  ])('on “%s” by %s, which databases read each in its own way, is refused', (path, operator, value) => {
    expect(normalise({ [path]: { [operator]: value } }).faults).toEqual([{ path, operator, expected: undefined }])
  })

  it.each([
    { title: { like: 'abc' } },
    { title: { equals: '' } },
    { number: { in: '1, 2.5,-3' } },
    { number: { not_in: [1, '2'] } },
    { issuer: { equals: ID } },
    { issuer: { in: [ID, ID] } },
    { 'issuer.code': { equals: 'nope' } },
    { topics: { contains: { slug: { equals: 'dat-dai' } } } },
    { about: { equals: { relationTo: 'organisations', value: ID } } },
    { 'about.relationTo': { equals: 'organisations' } },
    { id: { not_in: [ID] } },
    { createdAt: { less_than: '2026-11-28T07:00:00.000+07:00', greater_than: new Date(0) } },
    { printsYear: { equals: 'true' } },
    { 'relations.id': { equals: 'any text' } },
    { relations: { exists: true } },
    { nope: { equals: 'x' }, title: 'x', and: 'x' },
  ])('like %j stays as it is', (where) => {
    expect(normalise({ AND: [where] })).toEqual({ where: { AND: [where] }, faults: [] })
  })

  it.each(['number', 'createdAt', 'printsYear', 'issuer', 'relations.target', 'issuer.parent'])(
    'for rows without “%s” may be written in every usual way',
    (path) => {
      for (const nothing of [null, '', 'null']) {
        expect(normalise({ [path]: { equals: nothing } }).where).toEqual({ [path]: { exists: false } })
        expect(normalise({ [path]: { not_equals: nothing } }).where).toEqual({ [path]: { exists: true } })
      }
      expect(normalise({ [path]: { exists: 'false' } }).where).toEqual({ [path]: { exists: false } })
    },
  )

  it('for rows both with and without a value is refused, whichever comes last', () => {
    expect(normalise({ issuer: { exists: true, equals: '' } }).faults).toHaveLength(1)
    expect(normalise({ number: { equals: 'null', not_equals: null } }).faults).toHaveLength(1)
    expect(normalise({ number: { not_equals: '', exists: 'true', less_than: 5 } })).toEqual({
      where: { number: { exists: true, less_than: 5 } },
      faults: [],
    })
  })

  it('inside a condition on rows elsewhere names the whole path', () => {
    const where = { members: { contains: { and: [{ rank: { equals: 'x' } }] } } }
    expect(normalise(where).faults).toEqual([{ path: 'members.rank', operator: 'equals', expected: 'number' }])
  })

  it('of any form is answered or refused, and normalising what was normalised changes nothing', () => {
    const path = fc.constantFrom('number', 'issuer', 'issuer.rank', 'topics', 'createdAt', 'printsYear', 'title', 'id')
    const operator = fc.constantFrom('equals', 'not_equals', 'in', 'not_in', 'greater_than', 'exists', 'contains')
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom('', 'null', ID, '12', '2026-01-01', 'true'))
    const filter = fc.tuple(path, operator, value).map(([name, op, held]) => ({ [name]: { [op]: held } }))
    fc.assert(
      fc.property(fc.array(filter), (or) => {
        const { where, faults } = normalise({ or })
        if (!faults.length) expect(normalise(where)).toEqual({ where, faults: [] })
      }),
    )
  })

  it('is a number exactly where a number is meant', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(normalise({ number: { equals: String(number) } }).faults).toEqual([])
      }),
    )
  })
})
