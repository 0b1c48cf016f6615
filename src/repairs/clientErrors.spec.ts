import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBusyDatabase, isClientError } from './clientErrors.ts'

const failed = (cause: object) => Object.assign(new Error('Failed query: select 1'), { cause })

describe('a failure', () => {
  it.each([
    ['a value that mongoose cannot cast', Object.assign(new Error('x'), { name: 'CastError' }), {}],
    ['an id that is none of MongoDB’s', Object.assign(new Error('x'), { name: 'BSONError' }), {}],
    ['a value that SQLite cannot bind', failed(new TypeError('undefined cannot be passed')), {}],
    ['a relation to nothing', failed(Object.assign(new Error(), { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' })), {}],
    ['a `where` that is no JSON', new SyntaxError('x'), { where: 'x' }],
    ['a count beyond all numbers', failed(Object.assign(new Error(), { code: 'SQLITE_MISMATCH' })), { limit: '1e99' }],
    [
      'a field that no table has',
      Object.assign(new Error('Cannot find field for path at _id'), { name: 'APIError', status: 500 }),
      {},
    ],
    [
      'more relations than SQLite joins',
      failed(Object.assign(new Error('SQLITE_ERROR: at most 64 tables in a join'), { code: 'SQLITE_ERROR' })),
      {},
    ],
    ['a place on a map', new TypeError('not a function'), { where: { or: [{ title: { near: '1,2' } }] } }],
  ])('is the client’s for %s', (_, error, query) => {
    expect(isClientError(error, query)).toBe(true)
  })

  it.each([
    ['a database that is locked', failed(Object.assign(new Error(), { code: 'SQLITE_BUSY' })), {}],
    ['a database that is away', new Error('connect ECONNREFUSED'), { where: { title: { equals: 'near' } } }],
    ['broken JSON of ours', new SyntaxError('x'), { where: { title: { equals: 'x' } } }],
    ['an error that says what it is', Object.assign(new Error('x'), { name: 'CastError', status: 500 }), {}],
    ['nothing at all', undefined, undefined],
  ])('is ours for %s', (_, error, query) => {
    expect(isClientError(error, query)).toBe(false)
  })

  it('is told apart whatever was asked', () => {
    fc.assert(
      fc.property(fc.object(), (query) => {
        expect(typeof isClientError(new Error('x'), query)).toBe('boolean')
      }),
    )
  })
})

describe('a database that cannot be written now', () => {
  it.each([
    ['held by another process', failed(Object.assign(new Error(), { code: 'SQLITE_BUSY' }))],
    ['held in this one', new Error('The database is busy; try again in a moment.')],
    ['that gives no transaction', new Error('Error: cannot begin transaction: SQLITE_BUSY: database is locked')],
    ['away', Object.assign(new Error('connect ECONNREFUSED'), { name: 'MongoServerSelectionError' })],
    [
      'written by two at once',
      Object.assign(new Error('Caused by :: Write conflict during plan execution and yielding is disabled.'), {
        name: 'MongoServerError',
        code: 112,
        codeName: 'WriteConflict',
      }),
    ],
    [
      'changing its primary',
      Object.assign(new Error('not primary'), {
        name: 'MongoServerError',
        code: 10107,
        codeName: 'NotWritablePrimary',
      }),
    ],
  ])('is told apart when it is %s', (_, error) => {
    expect([isBusyDatabase(error), isClientError(error, {})]).toEqual([true, false])
  })

  it.each([
    ['a text that says so', new Error('SQLITE_BUSY is a word of this draft')],
    ['another fault', failed(Object.assign(new Error(), { code: 'SQLITE_CORRUPT' }))],
    ['a query of MongoDB that is wrong', Object.assign(new Error('x'), { code: 2, codeName: 'BadValue' })],
    ['nothing', undefined],
  ])('is not seen in %s', (_, error) => {
    expect(isBusyDatabase(error)).toBe(false)
  })
})
