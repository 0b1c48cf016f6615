import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loggedError } from './loggedError.ts'

const DRAFT = 'Bản thảo chưa công bố'

/** A failed query as drizzle throws it. */
const failedQuery = (params: string) =>
  Object.assign(new Error(`Failed query: insert into "notices" values (?)\nparams: ${params}`), {
    name: 'DrizzleQueryError',
    query: 'insert into "notices" values (?)',
    params: [params],
    cause: Object.assign(new Error('SQLITE_ERROR: unrecognized token'), { code: 'SQLITE_ERROR' }),
  })

describe('what the log keeps of an error', () => {
  it.each([
    ['drizzle', failedQuery(DRAFT)],
    ['drizzle, with lines that look like a stack', failedQuery(`x\n    at ${DRAFT} (file.ts:1:1)\n${DRAFT}`)],
    [
      'MongoDB',
      new Error(`E11000 duplicate key error collection: a.users index: email_1 dup key: { email: "${DRAFT}" }`),
    ],
    [
      'mongoose',
      Object.assign(new Error(`Cast to ObjectId failed for value "${DRAFT}" (type string) at path "_id"`), {
        name: 'CastError',
      }),
    ],
    ['V8', new Error(`Unexpected token 'B', "${DRAFT}" is not valid JSON`)],
    ['a cause', new Error('outer', { cause: failedQuery(DRAFT) })],
    ['a thrown text', `x\nparams: ${DRAFT}`],
  ])('has no values that were sent, from %s', (_, error) => {
    expect(JSON.stringify(loggedError(error))).not.toContain(DRAFT)
  })

  it('has the query, the code and the place', () => {
    const logged = loggedError(failedQuery('x'))
    expect(logged).toMatchObject({
      type: 'DrizzleQueryError',
      message: 'Failed query: insert into "notices" values (?)',
      cause: { code: 'SQLITE_ERROR' },
    })
    expect(logged.stack).toContain('loggedError.spec')
  })

  it('is bounded, in one line a text, for anything thrown', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string({ maxLength: 3000 }), (thrown, message) => {
        for (const error of [thrown, new Error(message), Object.assign(new Error(message), { cause: thrown })]) {
          const text = JSON.stringify(loggedError(error))
          expect(text.length).toBeLessThan(20_000)
          expect(loggedError(error).message).not.toMatch(/\p{Cc}/u)
        }
      }),
    )
  })

  it('ends with causes that go in a circle', () => {
    const error = new Error('a') as Error & { cause?: unknown }
    error.cause = error
    expect(JSON.stringify(loggedError(error)).length).toBeLessThan(20_000)
  })
})
