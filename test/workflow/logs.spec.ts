import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { appendLog, insertOnce, isDuplicate, publicationsLog } from '../../plugins/publications/index.ts'
import { logRows } from '../support/logRows.ts'
import { type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine()
})
afterAll(() => spine.stop())

const entry = (key: string) => ({
  key,
  kind: 'term',
  collection: 'tags',
  document: 'd',
  at: '2026-11-23T03:00:00.000Z',
  url: '',
  slug: '',
})
const append = (data: object, more: { expected?: number; head?: string } = {}) =>
  appendLog({ payload: spine.payload, log: publicationsLog, entry: data, ...more })
const all = () => logRows(spine.payload)

/** The database's own error for a row. */
const refusalOf = (data: object): Promise<unknown> =>
  spine.payload.db.create({ collection: 'addresses', data: { ...data } }).then(
    () => undefined,
    (error: unknown) => error,
  )

describe('a row the database refuses', () => {
  it('is a collision when its key is taken', async () => {
    const row = { address: 'letters:mot', document: 'letters:a', at: 'x' }
    expect(await refusalOf(row)).toBeUndefined()
    expect(isDuplicate(await refusalOf(row))).toBe(true)
    expect(
      await insertOnce({ payload: spine.payload, collection: 'addresses', data: row, unique: ['address'] }),
    ).toEqual({ inserted: false, row: expect.objectContaining(row) })
  })

  it('is no collision when a value is missing, and is told as what it is, after one try', async () => {
    // MongoDB's own schema requires no values, so its driver is mocked to refuse the row as SQLite does.
    const missing = Object.assign(new Error('NOT NULL constraint failed: publications.kind'), {
      code: 'SQLITE_CONSTRAINT_NOTNULL',
    })
    const create = vi.spyOn(spine.payload.db, 'create')
    if (!spine.databaseUri.startsWith('file:')) create.mockRejectedValue(missing)
    const { kind: _, ...incomplete } = entry('k-missing')
    const error = await append(incomplete).then(
      () => undefined,
      (refused: unknown) => refused,
    )
    const tries = create.mock.calls.length
    create.mockRestore()
    expect(error).toBeInstanceOf(Error)
    expect(isDuplicate(error)).toBe(false)
    expect(tries).toBe(1)
    expect((await all()).some((row) => row.key === 'k-missing')).toBe(false)
  })

  it.each([
    ['a missing value', { code: 'SQLITE_CONSTRAINT_NOTNULL' }],
    ['a broken relation', { cause: { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' } }],
    ['a check', { cause: { code: 'SQLITE_CONSTRAINT', extendedCode: 'SQLITE_CONSTRAINT_CHECK' } }],
    ['a fault that Mongoose found', { name: 'ValidationError', errors: { kind: { kind: 'required' } } }],
    ['a fault that Payload found', { name: 'ValidationError', data: { errors: [{ message: 'Required', path: 'a' }] } }],
    ['a full disk', { code: 'SQLITE_FULL' }],
  ])('is no collision for %s', (_, error) => {
    expect(isDuplicate(error)).toBe(false)
  })

  it.each([
    ['MongoDB', { code: 11000 }],
    ['SQLite', { cause: { code: 'SQLITE_CONSTRAINT', extendedCode: 'SQLITE_CONSTRAINT_UNIQUE' } }],
    ['SQLite, of a primary key', { cause: { code: 'SQLITE_CONSTRAINT_PRIMARYKEY' } }],
    ['Payload', { name: 'ValidationError', data: { errors: [{ message: 'Value must be unique', path: 'seq' }] } }],
  ])('is one in the words of %s', (_, error) => {
    expect(isDuplicate(error)).toBe(true)
  })
})

describe('a log', () => {
  it('numbers the rows of many writers without gaps, and keeps one of each key', async () => {
    const before = (await all()).length
    const outcomes = await Promise.all(Array.from({ length: 24 }, (_, index) => append(entry(`many-${index % 12}`))))
    expect(outcomes.filter(({ outcome }) => outcome === 'appended')).toHaveLength(12)
    expect(outcomes.filter(({ outcome }) => outcome === 'present')).toHaveLength(12)
    const rows = (await all()).slice(before)
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, index) => before + index + 1))
    expect(rows.map(({ prev }) => prev).slice(1)).toEqual(rows.map(({ hash }) => hash).slice(0, -1))
  })

  it('takes the end from who has just read it, and says so when another row stands there', async () => {
    const { seq, hash } = (await all()).at(-1)!
    const find = vi.spyOn(spine.payload.db, 'find')
    expect(await append(entry('after'), { expected: seq, head: hash })).toMatchObject({
      outcome: 'appended',
      row: { seq: seq + 1, prev: hash },
    })
    expect(find).not.toHaveBeenCalled()
    find.mockRestore()
    expect(await append(entry('late'), { expected: seq, head: hash })).toMatchObject({
      outcome: 'stale',
      last: { seq: seq + 1, key: 'after' },
    })
  })

  it('gives up soon, with the reason, when a key is said to be taken and no row shows it', async () => {
    const taken = Object.assign(new Error('UNIQUE constraint failed: publications.other'), { code: 11000 })
    const create = vi.spyOn(spine.payload.db, 'create').mockRejectedValue(taken)
    await expect(append(entry('never'))).rejects.toBe(taken)
    expect(create.mock.calls.length).toBeLessThan(10)
    create.mockRestore()
  })
})
