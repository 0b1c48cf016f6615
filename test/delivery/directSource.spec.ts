import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildCatalogue, preparedLog } from '../../plugins/delivery/index.ts'
import { rulesOf } from '../../plugins/delivery/plugin.ts'
import {
  addressOfLog,
  directSource,
  payloadSource,
  recordTerms,
  type StoredContent,
} from '../../plugins/publications/index.ts'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

let side: PublicSide
beforeAll(async () => {
  side = await startPublicSide()
  await recordTerms({ payload: side.payload, clock: side.clock })
  const { contentHash } = await side.publish('notices', 'n1', { title: 'Lịch tiếp công dân', slug: 'n1' })
  await side.publish('notices', 'n2', { title: 'Nghỉ lễ', slug: 'n2' }, { major: false, changeNote: 'Sửa ngày' })
  await side.record({ collection: 'notices', document: 'n1', kind: 'withdrawn', contentHash, changeNote: 'Nhầm' })
})
afterAll(() => side.stop())

it('gives a thread the rows and contents that Payload gives, to the last column', async () => {
  const [direct, own] = [await directSource(addressOfLog(side.payload)!), payloadSource(side.payload)]
  try {
    // Databases differ in whether they return empty columns.
    const filled = (row: object) =>
      Object.fromEntries(
        Object.entries(row).filter(([name, value]) => value !== null && name !== 'id' && !name.startsWith('_')),
      )
    const rows = await own.rows(0, 1_000)
    expect((await direct.rows(0, 1_000)).map(filled)).toEqual(rows.map(filled))
    expect((await direct.rows(rows.length - 2, 1)).map(({ seq }) => seq)).toEqual([rows.length - 1])
    const hashes = rows.map((row) => row.contentHash)
    const byHash = (found: StoredContent[]) => found.map(({ hash, bytes }) => `${hash} ${bytes}`).sort()
    expect(byHash(await direct.contents(hashes))).toEqual(byHash(await own.contents(hashes)))
  } finally {
    await direct.close()
  }
})

it('builds a whole catalogue in which nothing is found broken', async () => {
  const source = await directSource(addressOfLog(side.payload)!)
  try {
    const file = path.join(side.dir, 'built.db')
    const rules = rulesOf(side.config)
    const built = await buildCatalogue({ file, fingerprint: 'x', rules, log: preparedLog({ source, rules }) })
    expect(built).toEqual({
      head: expect.objectContaining({ seq: await payloadSource(side.payload).last() }),
      faults: [],
    })
  } finally {
    await source.close()
  }
})

it('counts no number that a hand put between two or behind the end', async () => {
  const own = payloadSource(side.payload)
  const last = await own.last()
  const [row] = await own.rows(last - 1, 1)
  const { id: _, ...copy } = row as typeof row & { id: string }
  for (const seq of [last - 0.5, last + 7.5])
    await side.payload.db.create({ collection: 'publications', data: { ...copy, seq, key: `by hand ${seq}` } })
  expect(await own.last()).toBe(last)
})
