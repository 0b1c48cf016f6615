import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { outboxHealth } from '../../plugins/digest/index.ts'
import { enrol } from './support/enrol.ts'
import { at, eachOnItsOwn, mailbox, portal } from './support/standing.ts'

const NEXT_MORNING = '2026-11-24T00:30:00.000Z'

eachOnItsOwn()
afterEach(() => {
  vi.restoreAllMocks()
})

const steps = async () => (await outboxHealth(portal.payload, portal.clock.now())).steps
const states = async () =>
  (await portal.rows<{ state: string }>('deliveries', { kind: { equals: 'digest' } })).map(({ state }) => state)

/** Makes the database refuse what touches a collection. */
const refuse = (method: 'deleteMany' | 'find', collection: string) => {
  const { db } = portal.payload
  const real = db[method].bind(db) as (args: { collection: string }) => Promise<unknown>
  vi.spyOn(db, method).mockImplementation(((args: { collection: string }) =>
    args.collection === collection ? Promise.reject(new Error('disk full')) : real(args)) as never)
}

describe('a step of the outbox that fails', () => {
  it('stops no other: what cannot be cleaned up keeps nobody from their mail', async () => {
    await enrol(portal, ['an'])
    await portal.publish({ document: 'a' })
    refuse('deleteMany', 'subscribers')
    const report = await at(NEXT_MORNING)
    expect(report.failed).toEqual(['forget'])
    expect(mailbox.mails).toHaveLength(1)
    expect((await steps()).find(({ name }) => name === 'forget')).toMatchObject({
      failures: 1,
      okAt: '',
      error: 'disk full',
    })
    vi.restoreAllMocks()
    expect((await at('2026-11-24T00:31:00.000Z')).failed).toEqual([])
    expect((await steps()).find(({ name }) => name === 'forget')).toMatchObject({
      failures: 0,
      okAt: '2026-11-24T00:31:00.000Z',
      error: '',
    })
  })

  it('because reports cannot be read, keeps nobody from their mail', async () => {
    await enrol(portal, ['an'])
    await portal.publish({ document: 'a' })
    // A folder in the place of a report can be neither read nor removed.
    mkdirSync(path.join(portal.dir, 'bounces', 'folder.eml'), { recursive: true })
    writeFileSync(path.join(portal.dir, 'bounces', 'empty.eml'), '')
    await at(NEXT_MORNING)
    expect(mailbox.mails).toHaveLength(1)
  })

  it('is named with its duration, and every step is recorded', async () => {
    await at(NEXT_MORNING)
    expect((await steps()).map(({ name }) => name)).toEqual([
      'complete',
      'expire',
      'forget',
      'reap',
      'reports',
      'runs:daily',
      'runs:evening',
      'runs:immediate',
      'runs:urgent',
      'runs:weekly',
      'send:awaited',
      'send:immediate',
      'send:periodic',
    ])
    for (const { ms } of await steps()) expect(ms).toBeGreaterThanOrEqual(0)
  })
})

describe.skipIf(process.env.TEST_DATABASE === 'mongodb')('a disk that is full', () => {
  it('before mails are stored loses none, and sends none twice', async () => {
    await enrol(portal, ['an', 'binh'])
    await portal.publish({ document: 'a' })
    const db = portal.payload.db as unknown as { client: { execute: (given: { sql: string }) => unknown } }
    const { client } = db
    db.client = {
      execute: (given) => {
        if (/SET items = made/.test(given.sql)) throw new Error('database or disk is full')
        return client.execute(given)
      },
    }
    expect((await at(NEXT_MORNING)).failed).toEqual(['send:periodic'])
    expect(mailbox.mails).toEqual([])
    expect(await states()).toEqual(['pending', 'pending'])
    db.client = client
    await at('2026-11-24T00:31:00.000Z')
    expect(mailbox.mails.map(({ to }) => to[0]).sort()).toEqual(['an@example.vn', 'binh@example.vn'])
    expect(await states()).toEqual(['accepted', 'accepted'])
  })
})

describe('what cannot be made', () => {
  it('of one person leaves a row that says so, and the others their mail', async () => {
    await enrol(portal, ['an', 'binh', 'chi'])
    const [broken] = await portal.rows<{ key: string }>('subscriptions')
    const where = { key: { equals: broken!.key } }
    await portal.payload.db.updateOne({ collection: 'subscriptions', where, data: { filter: '{not json' } })
    await portal.publish({ document: 'a' })
    expect((await at(NEXT_MORNING)).failed).toEqual([])
    expect(mailbox.mails).toHaveLength(2)
    expect((await states()).sort()).toEqual(['accepted', 'accepted', 'skipped'])
    expect(await portal.rows('deliveries', { state: { equals: 'skipped' } })).toMatchObject([{ reason: 'not-made' }])
    expect(await portal.rows('digest-runs', { key: { equals: 'daily:2026-11-23' } })).toMatchObject([
      { state: 'complete', rows: 3, accepted: 2, skipped: 1 },
    ])
  })

  it('of one run stops neither the next one of its cadence nor those of others, and is made later', async () => {
    await enrol(portal, ['an'])
    await enrol(portal, ['binh'], 'immediate')
    await portal.publish({ document: 'a' })
    const { db } = portal.payload
    const real = db.find.bind(db)
    let isBroken = true
    // The run of the 23rd cannot read its people.
    vi.spyOn(db, 'find').mockImplementation((async (args: Parameters<typeof real>[0]) => {
      const asks = JSON.stringify(args.where ?? {})
      if (isBroken && args.collection === 'subscriptions' && asks.includes('"daily"') && asks.includes('greater_than'))
        throw new Error('unreadable')
      return real(args)
    }) as typeof db.find)
    const report = await at(NEXT_MORNING)
    expect(report.failed).toEqual(['runs:daily'])
    expect(mailbox.mails.map(({ to }) => to[0])).toEqual(['binh@example.vn'])
    await portal.publish({ document: 'b' })
    isBroken = false
    // Too late for a mail of its own; its entries come with the next one.
    await at('2026-11-25T00:30:00.000Z')
    const toAn = (await mailbox.parsed()).filter(({ to }) => JSON.stringify(to).includes('an@example.vn'))
    expect(toAn).toHaveLength(1)
    for (const title of ['Thông báo a', 'Thông báo b']) expect(toAn[0]!.text).toContain(title)
    const ranges = { key: { in: ['daily:2026-11-23', 'daily:2026-11-24'] } }
    expect(await portal.rows('digest-runs', ranges)).toMatchObject([
      { state: 'complete', fromSeq: 0, toSeq: 1, rows: 1, skipped: 1 },
      { state: 'complete', fromSeq: 1, toSeq: 2, rows: 1, accepted: 1 },
    ])
  })
})
