import type { Client } from '@libsql/client'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, vi } from 'vitest'
import { type FrozenContent, keepContent, record, reserve } from '../../../plugins/publications/index.ts'
import { type Spine, startSpine } from '../../support/spine.ts'
import { eachGuardHolds, type Guard } from './guards.ts'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine()
})
afterAll(() => spine.stop())

interface MongoIndex {
  name: string
  key: Record<string, number>
  unique?: boolean
}
interface MongoConnection {
  connection: {
    db: {
      collection(name: string): {
        indexes(): Promise<MongoIndex[]>
        drop(): Promise<unknown>
        createIndex(key: MongoIndex['key'], options: { name: string; unique?: boolean }): Promise<unknown>
      }
    }
  }
}

/** Drops the unique index over some columns of an empty collection. The returned function recreates it. */
const drop = async ({ db }: Payload, collection: string, columns: string[]): Promise<() => Promise<unknown>> => {
  const wanted = columns.join()
  if (db.name === 'mongoose') {
    const stored = (db as unknown as MongoConnection).connection.db.collection(collection)
    const indexes = (await stored.indexes()).filter(({ name }) => name !== '_id_')
    // The whole collection is recreated: the tests' server does not forget a dropped index.
    const make = async (wantedIndexes: MongoIndex[]) => {
      await stored.drop()
      for (const { key, name, unique } of wantedIndexes)
        await stored.createIndex(key, { name, ...(unique ? { unique } : {}) })
    }
    await make(indexes.filter(({ key }) => Object.keys(key).join() !== wanted))
    return () => make(indexes)
  }
  const { client } = db as unknown as { client: Client }
  const { rows } = await client.execute({
    sql: "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql LIKE 'CREATE UNIQUE%'",
    args: [collection.replaceAll('-', '_')],
  })
  const over = (sql: string) => /\(([^)]*)\)/.exec(sql)![1]!.replaceAll(/[`"\s]/g, '')
  const index = rows.find(({ sql }) => over(String(sql)) === wanted)!
  await client.execute(`DROP INDEX "${index.name}"`)
  return () => client.execute(String(index.sql))
}

/** Removes a unique index. The collection is emptied before, and again before the index is restored. */
const without = (collection: string, ...columns: string[]): Pick<Guard, 'name' | 'off'> => ({
  name: `the unique index of ${collection} over ${columns.join(', ')}`,
  off: async () => {
    const { payload } = spine
    const empty = () => payload.db.deleteMany({ collection, where: { id: { exists: true } } })
    await empty()
    const back = await drop(payload, collection, columns)
    return async () => {
      await empty()
      await back()
    }
  },
})

const countOf = async (collection: string, column: string, value: string): Promise<number> =>
  (await spine.payload.db.count({ collection, where: { [column]: { equals: value } } })).totalDocs

let made = 0
const entry = (key: string) => ({
  key,
  kind: 'published' as const,
  collection: 'letters',
  document: key,
  url: `/thu/${key}`,
  slug: key,
  edition: 1,
  contentHash: '',
  major: true,
  changeNote: null,
  capacities: '[]',
  eventsHead: '',
  at: '2026-11-23T03:00:00.000Z',
})
const named = (what: string): string => {
  made += 1
  return `${what}-${made}`
}
const content = (slug: string) => ({ format: 1, collection: 'letters', fields: { slug } }) as unknown as FrozenContent
/** Makes concurrent existence checks wait for each other, so that all of them find nothing. */
const allAtOnce = async <Result>(many: number, method: 'find' | 'findOne', work: () => Promise<Result>) => {
  const { db } = spine.payload
  const original = db[method] as (...args: unknown[]) => Promise<unknown>
  let waiting = 0
  let letGo!: () => void
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const together = async (...args: unknown[]) => {
    const found = await original.apply(db, args)
    waiting += 1
    if (waiting >= many) letGo()
    await gate
    return found
  }
  // The two methods have different types; only one is meant.
  const spy = vi.spyOn(db, method).mockImplementation(together as never)
  return work().finally(() => spy.mockRestore())
}
const MANY = 4

const guards: Guard[] = [
  {
    ...without('publications', 'key'),
    attempts: {
      'a publication that is written down twice': async () => {
        const key = named('lai')
        await record({ payload: spine.payload, entry: entry(key) })
        await record({ payload: spine.payload, entry: entry(key) })
        expect(await countOf('publications', 'key', key)).toBe(1)
      },
    },
  },
  {
    ...without('publications', 'seq'),
    attempts: {
      'many publications at the same moment': async () => {
        const keys = Array.from({ length: MANY }, () => named('cung-luc'))
        await allAtOnce(MANY, 'find', () =>
          Promise.all(keys.map((key) => record({ payload: spine.payload, entry: entry(key) }))),
        )
        const found = await spine.payload.db.find<{ id: string; seq: number }>({
          collection: 'publications',
          where: { key: { in: keys } },
          limit: 0,
          pagination: false,
        })
        expect(new Set(found.docs.map(({ seq }) => seq)).size).toBe(MANY)
      },
    },
  },
  {
    ...without('workflow-events', 'document', 'seq'),
    attempts: {
      'many approvals at the same moment': async () => {
        const { id } = await spine.draft()
        await spine.step('an', id, 'submit')
        const body = { expected: 1 }
        const answers = await Promise.all(Array.from({ length: 8 }, () => spine.act('binh', id, 'approve', body)))
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      },
    },
  },
  {
    ...without('addresses', 'address'),
    attempts: {
      'two documents that take an address at the same moment': async () => {
        const slug = named('dia-chi')
        const { payload } = spine
        const outcomes = await allAtOnce(2, 'findOne', () =>
          Promise.all(
            ['letters:one', 'letters:two'].map((document) =>
              reserve({ payload, document, content: content(slug), at: new Date(0) }),
            ),
          ),
        )
        expect(outcomes.sort()).toEqual(['address', 'reserved'])
      },
    },
  },
  {
    ...without('contents', 'hash'),
    attempts: {
      'a content that is kept twice at the same moment': async () => {
        const hash = named('noi-dung')
        const frozen = { content: content(hash), hash, bytes: '{}' }
        await allAtOnce(2, 'findOne', () =>
          Promise.all([1, 2].map(() => keepContent({ payload: spine.payload, frozen }))),
        )
        expect(await countOf('contents', 'hash', hash)).toBe(1)
      },
    },
  },
]

describe('without one unique index', () => eachGuardHolds('unique indexes', guards))
