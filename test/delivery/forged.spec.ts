import { rmSync } from 'node:fs'
import path from 'node:path'
import type { Client } from '@libsql/client'
import type { Where } from 'payload'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Builder, buildCatalogue, openDelivery, preparedLog } from '../../plugins/delivery/index.ts'
import { addressOfLog, directSource, knownFaults } from '../../plugins/publications/index.ts'
import { type HttpServer, serveSystem } from '../http/server.ts'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

let side: PublicSide
beforeEach(async () => {
  side = await startPublicSide()
  await side.publish('notices', 'n1', { title: 'Lịch tiếp công dân', slug: 'n1' })
  await side.publish('notices', 'n2', { title: 'Thông báo nghỉ lễ', slug: 'n2' })
  await side.publish('notices', 'n3', { title: 'Giờ làm việc mới', slug: 'n3' })
})
afterEach(() => side.stop())

const LIST = '{ notices(sort: "publishedAt") { docs { title } } }'

/** Changes a stored row like a manual change in the database. */
const change = async (collection: string, where: Where, data: Record<string, unknown>) => {
  const row = await side.payload.db.findOne<{ id: string }>({ collection, where })
  await side.payload.db.updateOne({ collection, id: row!.id, data })
}
const hashOf = async (document: string): Promise<string> => {
  const row = await side.payload.db.findOne<{ id: string; contentHash: string }>({
    collection: 'publications',
    where: { document: { equals: document } },
  })
  return row!.contentHash
}

/** Builds like the worker thread, which has no Payload. */
const past: Builder = async (order) => {
  const source = await directSource(addressOfLog(side.payload)!)
  return buildCatalogue({ ...order, log: preparedLog({ source, rules: order.rules }) }).finally(() => source.close())
}

/** The public side after a restart, with an empty folder by default, and what it shows. */
const restarted = async (build?: Builder, { keeps = false } = {}) => {
  const { payload, clock, environment } = side
  const { dataDir, mediaDir, publicUrl } = environment
  const folder = path.join(dataDir, 'again')
  if (!keeps) rmSync(folder, { recursive: true, force: true })
  const delivery = await openDelivery({ payload, clock, dataDir: folder, mediaDir, publicUrl, build })
  if (!keeps) await delivery.tail()
  const graphql = delivery.handlers.find((handler) => handler.path === '/graphql')!
  const titles = async () => {
    const response = await graphql.handle(
      new Request(new URL('/graphql', publicUrl), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: LIST }),
      }),
    )
    const { data } = (await response.json()) as { data: { notices: { docs: { title: string }[] } } }
    return data.notices.docs.map(({ title }) => title).sort()
  }
  return { delivery, titles }
}

it('shows no forgery of a content after a restart, says degraded, and goes on with the rest', async () => {
  const hash = await hashOf('n2')
  const stored = await side.payload.db.findOne<{ id: string; bytes: string }>({
    collection: 'contents',
    where: { hash: { equals: hash } },
  })
  await change('contents', { hash: { equals: hash } }, { bytes: stored!.bytes.replace('nghỉ lễ', 'giả mạo') })
  const { delivery, titles } = await restarted()
  expect(await titles()).toEqual(['Giờ làm việc mới', 'Lịch tiếp công dân'])
  expect(knownFaults(side.payload)).toEqual([
    expect.objectContaining({ store: 'contents', place: hash, what: 'changed' }),
  ])
  await side.publish('notices', 'n4', { title: 'Thông báo sau đó', slug: 'n4' })
  await delivery.tail()
  expect(await titles()).toContain('Thông báo sau đó')
  await change('contents', { hash: { equals: hash } }, { bytes: stored!.bytes })
  await delivery.recheck()
  expect([await titles(), knownFaults(side.payload)]).toEqual([
    ['Giờ làm việc mới', 'Lịch tiếp công dân', 'Thông báo nghỉ lễ', 'Thông báo sau đó'],
    [],
  ])
  await delivery.close()
})

it('answers from what it has at once when its log is no longer the one it was made from', async () => {
  const before = await restarted()
  await before.delivery.close()
  // As after restoring a backup: the same number of rows, but a different last one.
  const last = { document: { equals: 'n3' } }
  await change('publications', last, { hash: 'f'.repeat(64) })
  let built = () => {}
  const until = new Promise<void>((resolve) => {
    built = resolve
  })
  const again = await restarted((order) => until.then(() => past(order)), { keeps: true })
  expect(await again.titles()).toEqual(['Giờ làm việc mới', 'Lịch tiếp công dân', 'Thông báo nghỉ lễ'])
  built()
  await again.delivery.tail()
  expect(await again.titles()).toEqual(['Lịch tiếp công dân', 'Thông báo nghỉ lễ'])
  await again.delivery.close()
})

it('starts over a content that is no JSON at all', async () => {
  await change('contents', { hash: { equals: await hashOf('n1') } }, { bytes: '{broken' })
  const { delivery, titles } = await restarted()
  expect(await titles()).toEqual(['Giờ làm việc mới', 'Thông báo nghỉ lễ'])
  await delivery.close()
})

it.each([
  ['another content', async () => ({ contentHash: await hashOf('n3') })],
  ['another address', async () => ({ url: '/thong-bao/noi-khac', slug: 'noi-khac' })],
  ['another number', async () => ({ seq: 4_000 })],
])('sets a document aside whose row was given %s', async (_, forged) => {
  const data = await forged()
  await change('publications', { document: { equals: 'n2' } }, data)
  const { delivery, titles } = await restarted()
  expect(await titles()).toEqual(['Giờ làm việc mới', 'Lịch tiếp công dân'])
  await delivery.close()
})

describe.runIf(process.env.TEST_DATABASE !== 'mongodb')(
  'a value of a kind that its column is not for, which SQLite takes all the same',
  () => {
    const run = (sql: string) => (side.payload.db as unknown as { client: Client }).client.execute(sql)

    it.each([
      [
        'bytes for a content',
        "UPDATE contents SET bytes = x'00ff' WHERE hash = (SELECT content_hash FROM publications WHERE document = 'n2')",
      ],
      ['bytes for a document', "UPDATE publications SET document = x'00ff' WHERE document = 'n2'"],
      ['bytes for a collection', "UPDATE publications SET collection = x'00ff' WHERE document = 'n2'"],
      ['bytes for a hash', "UPDATE publications SET hash = x'00ff' WHERE document = 'n2'"],
      ['a word for a number', "UPDATE publications SET seq = 'abc' WHERE document = 'n2'"],
      ['a number beyond counting', "UPDATE publications SET seq = 9223372036854775807 WHERE document = 'n2'"],
    ])('%s keeps neither the start nor a later publication or withdrawal', async (_, sql) => {
      const contentHash = await hashOf('n3')
      await run(sql)
      const { delivery, titles } = await restarted(past)
      expect(await titles()).toEqual(['Giờ làm việc mới', 'Lịch tiếp công dân'])
      expect(knownFaults(side.payload)).not.toEqual([])
      await side.record({ collection: 'notices', document: 'n3', kind: 'withdrawn', contentHash, changeNote: 'Nhầm' })
      await side.publish('notices', 'n4', { title: 'Thông báo sau đó', slug: 'n4' })
      await delivery.tail()
      expect(await titles()).toEqual(['Lịch tiếp công dân', 'Thông báo sau đó'])
      await delivery.close()
    })
  },
)

it('keeps a withdrawal that somebody turned into something else from showing the document again', async () => {
  const contentHash = await hashOf('n2')
  await side.record({ collection: 'notices', document: 'n2', kind: 'withdrawn', contentHash, changeNote: 'Nhầm' })
  await change('publications', { kind: { equals: 'withdrawn' } }, { kind: 'restored' })
  const { delivery, titles } = await restarted()
  expect(await titles()).toEqual(['Giờ làm việc mới', 'Lịch tiếp công dân'])
  await delivery.close()
})

it('is told to the auditor over the network, and to nobody who may not read the log', async () => {
  await change('contents', { hash: { equals: await hashOf('n1') } }, { bytes: '{broken' })
  const { delivery } = await restarted()
  let server: HttpServer | undefined
  try {
    server = await serveSystem(side, {
      probes: {
        records: async () => {
          if (knownFaults(side.payload).length) throw new Error('set aside')
        },
      },
    })
    const told = await server.ask('/api/publications/faults', { token: await side.as('auditor') })
    expect([told.status, told.json]).toEqual([
      200,
      { faults: [{ store: 'contents', place: await hashOf('n1'), what: 'changed', documents: [] }] },
    ])
    expect((await server.ask('/api/publications/faults', { token: await side.as('author') })).status).toBe(403)
    expect((await server.ask('/api/publications/faults')).status).toBe(401)
    expect((await server.ask('/readyz')).json).toMatchObject({ status: 'degraded', because: ['records'] })
  } finally {
    // The suite stops the portal; only the listener belongs to this test.
    await delivery.close()
  }
})
