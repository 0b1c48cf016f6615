import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deliverWebhooks } from '../../plugins/webhooks/index.ts'
import { diesBefore } from '../support/diesBefore.ts'
import { type Portal, startPortal } from './support/portal.ts'
import { type Received, type Receiver, startReceiver } from './support/receiver.ts'
import { verifies } from './support/verify.ts'

let receiver: Receiver
let portal: Portal
beforeEach(async () => {
  receiver = await startReceiver()
  portal = await startPortal({ hosts: [receiver.host] })
})
afterEach(async () => {
  await receiver.stop()
  await portal.stop()
})

const idsOf = (received: Received[]) => received.map(({ headers }) => headers['webhook-id'])
const dataOf = ({ body }: Received) => JSON.parse(body).data as Record<string, unknown>
const standing = async (id: string) => (await portal.ask('GET', `${id}/standing`)).body

describe('a receiver', () => {
  it('is told of every row after the webhook was made, in the order of the log, signed', async () => {
    await portal.publish({}, {})
    const { secret } = await portal.add({ url: receiver.url })
    const rows = await portal.publish({ document: 'a' }, { document: 'b' }, { document: 'c' })
    await portal.round()
    expect(receiver.taken()).toEqual(rows)
    expect(receiver.received.map((one) => verifies(secret, one, portal.clock))).toEqual([true, true, true])
    const forged = { ...receiver.received[0]!, body: receiver.received[1]!.body }
    expect(verifies(secret, forged, portal.clock)).toBe(false)
    expect(receiver.received[0]).toMatchObject({ path: '/news' })
    expect(receiver.received[0]?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Cong-Bo-Webhooks (+https://congbo.example.vn)',
    })
    expect(JSON.parse(receiver.received[0]!.body)).toEqual({
      type: 'publication',
      timestamp: '2026-11-23T03:00:00.000Z',
      data: {
        seq: 3,
        kind: 'published',
        collection: 'notices',
        id: 'a',
        url: '/thong-bao/a',
        edition: 1,
        contentHash: 'a'.repeat(64),
        at: '2026-11-23T03:00:00.000Z',
        changeNote: null,
      },
    })
  })

  it('gets one message at a time, and each once', async () => {
    await portal.add({ url: receiver.url })
    await portal.publish({}, {}, {}, {})
    await portal.round()
    await portal.round()
    expect(receiver.received).toHaveLength(4)
    expect(receiver.mostAtOnce).toBe(1)
  })

  it('is told of all that can happen to a document, and of reference data only when it asks', async () => {
    await portal.add({ url: receiver.url })
    await portal.add({ url: `${receiver.url}/topics`, collections: ['topics', 'directives'] })
    const kinds = ['published', 'corrected', 'withdrawn', 'restored', 'expired', 'redirected', 'ratified', 'purged']
    for (const kind of kinds) await portal.publish({ document: 'a', kind: kind as 'published', changeNote: kind })
    await portal.publish({ collection: 'topics', kind: 'term', document: 't', url: '' }, { collection: 'directives' })
    await portal.round()
    const at = (path: string) =>
      receiver.received.filter((one) => one.path === path).map((one) => [dataOf(one).collection, dataOf(one).kind])
    expect(at('/news')).toEqual([...kinds.map((kind) => ['notices', kind]), ['directives', 'published']])
    expect(at('/news/topics')).toEqual([
      ['topics', 'term'],
      ['directives', 'published'],
    ])
    expect(receiver.received.map((one) => dataOf(one).changeNote)).toContain('withdrawn')
  })

  it('is not told of what the trusted reader sets aside', async () => {
    await portal.add({ url: receiver.url })
    const [, forged] = await portal.publish({ document: 'a' }, { document: 'b' }, { document: 'c' })
    await portal.payload.db.updateOne({
      collection: 'publications',
      where: { seq: { equals: forged } },
      data: { url: '/thong-bao/forged' },
    })
    await portal.round()
    expect(receiver.received.map((one) => dataOf(one).id)).toEqual(['a', 'c'])
    expect(await portal.round().then(() => receiver.received.length)).toBe(2)
  })

  it('that was killed and started again misses nothing, and gets each row under one id', async () => {
    const { id } = await portal.add({ url: receiver.url })
    const first = await portal.publish({})
    await portal.round()
    await receiver.stop()
    const rows = await portal.publish({}, {}, {})
    await portal.round()
    expect(await standing(id)).toMatchObject({ behind: 3, failing: { problem: 'refused', tries: 1 } })
    await receiver.start()
    await portal.round()
    expect(receiver.taken()).toEqual(first)
    portal.pass(1)
    await portal.round()
    expect(receiver.taken()).toEqual([...first, ...rows])
    expect(new Set(idsOf(receiver.received)).size).toBe(4)
    expect(await standing(id)).toMatchObject({ behind: 0, failing: null, delivered: { seq: rows.at(-1) } })
  })

  it('that answers anything but 2xx gets the same row again and no later one before', async () => {
    await portal.add({ url: receiver.url })
    const rows = await portal.publish({}, {})
    for (const status of [301, 400, 404, 410, 429, 500, 503]) {
      receiver.answers = status
      await portal.round()
      portal.pass(6 * 60)
    }
    expect(new Set(receiver.received.map((one) => dataOf(one).seq))).toEqual(new Set([rows[0]]))
    expect(new Set(idsOf(receiver.received)).size).toBe(1)
    expect(receiver.received).toHaveLength(7)
    receiver.answers = 204
    await portal.round()
    expect(receiver.taken()).toEqual(rows)
  })

  it('is tried after half a minute, and twice as long after every failure', async () => {
    receiver.answers = 500
    const { id } = await portal.add({ url: receiver.url })
    await portal.publish({})
    const pauses: number[] = []
    for (let tries = 1; tries <= 12; tries += 1) {
      await deliverWebhooks({ payload: portal.payload, random: () => 0 })
      expect(receiver.received).toHaveLength(tries)
      const { nextAt } = (await standing(id)).failing as { nextAt: string }
      pauses.push((Date.parse(nextAt) - portal.clock.now().getTime()) / 1000)
      portal.clock.set(new Date(Date.parse(nextAt) - 1))
      await portal.round()
      expect(receiver.received).toHaveLength(tries)
      portal.clock.set(nextAt)
    }
    expect(pauses).toEqual([30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 15360, 21600, 21600])
  })

  it('that fails keeps no other one waiting', async () => {
    const other = await startReceiver()
    const both = await startPortal({ hosts: [receiver.host, other.host] })
    try {
      receiver.answers = 500
      await both.add({ url: receiver.url })
      await both.add({ url: other.url })
      const rows = await both.publish({}, {})
      await both.round()
      expect(other.taken()).toEqual(rows)
      expect(receiver.received).toHaveLength(1)
    } finally {
      await both.stop()
      await other.stop()
    }
  })
})

describe('a webhook', () => {
  it('that is switched off is told nothing, and goes on from where it was', async () => {
    const { id } = await portal.add({ url: receiver.url, active: false })
    const rows = await portal.publish({}, {})
    await portal.round()
    expect(receiver.received).toEqual([])
    await portal.change(id, { active: true })
    await portal.round()
    expect(receiver.taken()).toEqual(rows)
  })

  it('that is switched off while it is being told gets no further row', async () => {
    const { id } = await portal.add({ url: receiver.url })
    const [first, ...rest] = await portal.publish({}, {}, {})
    receiver.answers = async (response) => {
      await portal.change(id, { active: false })
      response.writeHead(200).end()
    }
    await portal.round()
    expect(receiver.received.map((one) => dataOf(one).seq)).toEqual([first])
    receiver.answers = 200
    await portal.change(id, { active: true })
    await portal.round()
    expect(receiver.taken()).toEqual(rest)
  })

  it('that is removed is told nothing, and leaves no secret behind', async () => {
    const { id } = await portal.add({ url: receiver.url })
    await portal.publish({})
    expect((await portal.rest('DELETE', `/webhooks/${id}`, { token: portal.token })).status).toBe(200)
    await portal.round()
    expect(receiver.received).toEqual([])
    expect((await portal.payload.db.count({ collection: 'webhook-states' })).totalDocs).toBe(0)
  })

  it('whose address is changed is tried there at once', async () => {
    await receiver.stop()
    const { id } = await portal.add({ url: receiver.url })
    const rows = await portal.publish({})
    await portal.round()
    await receiver.start()
    await portal.change(id, { url: `${receiver.url}/new` })
    await portal.round()
    expect(receiver.taken()).toEqual(rows)
    expect(receiver.received.at(-1)?.path).toBe('/news/new')
  })
})

describe('a worker that dies', () => {
  it('between any two writes leaves nothing out; what comes twice has the same id', async () => {
    await portal.add({ url: receiver.url })
    let rows: number[] = []
    for (let write = 1; write <= 5; write += 1) {
      rows = [...rows, ...(await portal.publish({}, {}))]
      await diesBefore(portal.payload, write, portal.round)
      portal.pass(2)
      await portal.round()
      expect([...new Set(receiver.taken())]).toEqual(rows)
      expect(new Set(idsOf(receiver.received)).size).toBe(rows.length)
    }
    // Died after the answer and before its cursor, which is why some came twice.
    expect(receiver.received.length).toBeGreaterThan(rows.length)
  })
})

describe('two workers', () => {
  it('never send to a receiver at the same time', async () => {
    await portal.add({ url: receiver.url })
    const rows = await portal.publish(...Array.from({ length: 12 }, () => ({})))
    await Promise.all([portal.round(), portal.round(), portal.round()])
    expect(receiver.taken()).toEqual(rows)
    expect(receiver.mostAtOnce).toBe(1)
  })

  it('of which one lost its turn write nothing over what the other wrote', async () => {
    const { id } = await portal.add({ url: receiver.url })
    const rows = await portal.publish({}, {})
    let late: Promise<void> | undefined
    // The first sleeps between the answer and its cursor until its lease is over, and the other did everything.
    await deliverWebhooks({
      payload: portal.payload,
      onStep: async (step) => {
        if (step !== 'answered' || late) return
        portal.pass(2)
        late = portal.round()
        await late
      },
    })
    expect(receiver.taken()).toEqual([rows[0], ...rows])
    expect(await standing(id)).toMatchObject({ behind: 0, delivered: { seq: rows[1] } })
  })
})
