import type { Client } from '@libsql/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { documentStateOf, lastSeq, lastSeqBefore, recordTerms } from '../../plugins/publications/index.ts'
import { reconcile, takeAnchor, verify } from '../../plugins/workflow/index.ts'
import { logRows } from '../support/logRows.ts'
import { PEOPLE, type Spine, startSpine } from '../support/spine.ts'

type Row = Record<string, unknown> & { id: string; key?: string; document: string; seq: number }
interface MongoConnection {
  collection(name: string): { updateOne(filter: object, change: object): Promise<unknown> }
  base: { mongo: { Long: { fromBigInt(value: bigint): object }; ObjectId: new (id: string) => object } }
}

const ON_MONGODB = process.env.TEST_DATABASE === 'mongodb'

/** Invalid numbers that each database accepts when written by hand. SQLite does not accept a missing one. */
const NUMBERS: [string, unknown][] = [
  ['2^63 − 1', 9223372036854775807n],
  ['a little over 2^53', 9007199254740993n],
  ['−2^63', -9223372036854775808n],
  ['a negative one', -1],
  ['nought', 0],
  ['a fraction', 1.5],
  ['a fraction behind the end', 77.5],
  ['a word', 'abc'],
  ...(ON_MONGODB ? ([['nothing', null]] as [string, unknown][]) : []),
]

/** Number of events in the stream: submitted, approved three times, published. */
const WHOLE_STREAM = 5

let spine: Spine
let first: { id: string; key: string }
beforeEach(async () => {
  spine = await startSpine()
  first = await spine.draft()
  await spine.publish(first.id)
  const { id } = await spine.draft()
  await spine.publish(id)
})
afterEach(() => spine.stop())

const tableOf = { publications: 'publications', 'workflow-events': 'workflow_events' }

/** Inserts a copy of a row into its log by hand, with an invalid number. */
const putByHand = async (log: keyof typeof tableOf, seq: unknown): Promise<void> => {
  const { db } = spine.payload
  const { docs } = await db.find<Row>({ collection: log, sort: 'seq', pagination: false })
  const row = docs.find(({ document }) => document.endsWith(first.key))
  const { id: _, ...copy } = row!
  const { id } = (await db.create({
    collection: log,
    data: { ...copy, seq: 5_000, ...(log === 'publications' ? { key: `${copy.key}0` } : {}) },
  })) as { id: string }
  if (ON_MONGODB) {
    const { connection } = db as unknown as { connection: MongoConnection }
    const { Long, ObjectId } = connection.base.mongo
    const stored = typeof seq === 'bigint' ? Long.fromBigInt(seq) : seq
    await connection.collection(log).updateOne({ _id: new ObjectId(id) }, { $set: { seq: stored } })
  } else
    await (db as unknown as { client: Client }).client.execute({
      sql: `UPDATE ${tableOf[log]} SET seq = ? WHERE id = ?`,
      args: [seq as bigint, id],
    })
}

const audit = async () => verify({ payload: spine.payload, anchorsDir: `${spine.dir}/anchors` })

describe.each(['publications', 'workflow-events'] as const)('a row of %s whose number by hand is', (log) => {
  it.each(NUMBERS)('%s: is named by the audit, which judges the rest', async (_, seq) => {
    await putByHand(log, seq)
    const report = await audit()
    expect(report).toMatchObject({ streams: 2, publications: 2 })
    // A fraction lies between two rows of the log, so its readers see it.
    const isMet = log === 'publications' && Number(seq) > 1 && Number(seq) < 100
    const at = log === 'publications' ? '#' : `letters:${first.key}#`
    // SQLite's driver rounds what a number cannot represent; MongoDB's returns the exact value.
    const said = typeof seq === 'bigint' && !ON_MONGODB ? Number(seq) : seq
    expect(report.faults).toEqual([
      {
        store: log,
        place: typeof said === 'string' || said === null ? expect.stringContaining(at) : `${at}${said}`,
        what: isMet ? 'changed' : 'has no number',
      },
    ])
  })

  it.each(NUMBERS)('%s: keeps nobody from reading and going on', async (_, seq) => {
    await putByHand(log, seq)
    const { payload, clock } = spine
    const { heads, count } = await takeAnchor(spine)
    const accounts = Object.keys(PEOPLE).length
    expect([count - accounts, heads.publications!.seq, heads[`letters:${first.key}`]!.seq]).toEqual([
      3,
      2,
      WHOLE_STREAM,
    ])
    expect(await reconcile({ payload })).toBe(0)
    expect(await recordTerms({ payload, clock })).toBe(0)
    expect(await lastSeq({ payload })).toBe(2)
    expect(await lastSeqBefore({ payload, instant: new Date(clock.now().getTime() + 1_000) })).toBe(2)
    const { id } = await spine.draft()
    await spine.publish(id)
    await spine.step('dung', first.id, 'withdraw', { reason: 'Ban hành nhầm' })
    expect((await logRows(payload)).map((row) => row.seq)).toEqual([1, 2, 3, 4])
    expect(await documentStateOf({ payload, collection: 'letters', document: first.key })).toMatchObject({
      live: false,
    })
    expect((await audit()).faults).toHaveLength(1)
    const listed = await spine.rest('GET', `/${log}?limit=50`, { token: spine.tokens.dung })
    const { totalDocs } = await payload.db.count({ collection: log })
    expect([listed.status, (listed.body as { docs: unknown[] }).docs.length]).toEqual([200, totalDocs])
  })
})
