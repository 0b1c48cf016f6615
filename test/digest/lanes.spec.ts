import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sendAwaited, tick } from '../../plugins/digest/index.ts'
import { settingsOf } from '../../plugins/digest/options.ts'
import { fenceOf } from '../../plugins/digest/outbox/fence.ts'
import { makeDueRuns, sendGroup } from '../../plugins/digest/outbox/tick.ts'
import type { Work } from '../../plugins/digest/outbox/work.ts'
import { type BrittleRelay, startBrittleRelay } from './support/brittleRelay.ts'
import { enrol } from './support/enrol.ts'
import { type Portal, startPortal } from './support/portal.ts'

const MORNING = '2026-11-24T00:30:00.000Z'

let relay: BrittleRelay
let portal: Portal
const start = async (options: { ratePerSecond?: number } = {}) => {
  portal = await startPortal({ smtpUrl: `${relay.url}?socketTimeout=5000`, connections: 1, ...options })
}
beforeEach(async () => {
  relay = await startBrittleRelay('never')
})
afterEach(async () => {
  await portal.stop()
  await relay.close()
})

const work = (): Work => ({ payload: portal.payload, clock: portal.clock, settings: settingsOf(portal.payload.config) })
const toWhom = () => relay.seen.mails.map((mail) => /^To: (\w+)@/m.exec(mail)?.[1])
const send = (group: 'immediate' | 'periodic') => sendGroup(work(), fenceOf(work()), group)
const people = (count: number, prefix = 'p') => Array.from({ length: count }, (_, index) => `${prefix}${index}`)
const plus = (seconds: number) => portal.clock.set(new Date(Date.parse(MORNING) + seconds * 1_000).toISOString())

describe('a lane of the outbox', () => {
  it('never waits for a longer one: digests that the relay does not answer hold up nothing that is urgent', async () => {
    await start()
    await enrol(portal, people(30))
    await enrol(portal, ['now'], 'immediate')
    await portal.publish({ document: 'a' })
    portal.clock.set(MORNING)
    await makeDueRuns(work(), fenceOf(work()), ['daily'])
    relay.mood = () => ({ breakAt: 'silent after the final dot', answers: {} })
    const digests = send('periodic')
    await expect.poll(() => relay.seen.mails.length).toBe(1)
    relay.mood = undefined
    // The one connection of the digests waits for its answer while the others come and go.
    await portal.subscribe('asked@example.vn')
    await sendAwaited(portal)
    await makeDueRuns(work(), fenceOf(work()), ['immediate'])
    await send('immediate')
    expect(toWhom().slice(1)).toEqual(['asked', 'now'])
    await digests
    expect(new Set(toWhom()).size).toBe(toWhom().length)
  })

  it('lets readers of the website go first, save for what somebody waits for', async () => {
    await start()
    await enrol(portal, people(3))
    await portal.publish({ document: 'a' })
    portal.clock.set(MORNING)
    const rests: number[] = []
    const resting = { ...work(), rest: async (workedMs: number) => void rests.push(workedMs) }
    await makeDueRuns(resting, fenceOf(resting), ['daily'])
    // Once for the page of people that was made into mails.
    expect(rests.splice(0)).toHaveLength(1)
    await portal.subscribe('asked@example.vn')
    await sendGroup(resting, fenceOf(resting), 'awaited')
    expect([toWhom(), rests]).toEqual([['asked'], []])
    await sendGroup(resting, fenceOf(resting), 'periodic')
    // Once for the batch that was made, and once a mail.
    expect([toWhom().length, rests.length]).toEqual([4, 4])
  })
})

describe('a rate that all workers share', () => {
  it('holds digests back, and what is urgent still finds room', async () => {
    await start({ ratePerSecond: 1 })
    await enrol(portal, people(20))
    await portal.publish({ document: 'a' })
    portal.clock.set(MORNING)
    await makeDueRuns(work(), fenceOf(work()), ['daily'])
    await Promise.all([send('periodic'), send('periodic'), send('periodic')])
    expect(relay.seen.mails).toHaveLength(6)
    await portal.subscribe('asked@example.vn')
    await sendAwaited(portal)
    expect(toWhom().at(-1)).toBe('asked')
    plus(4)
    await send('periodic')
    expect(relay.seen.mails.length).toBeLessThanOrEqual(11)
    for (let second = 8; second < 60; second += 4) {
      plus(second)
      await Promise.all([send('periodic'), send('periodic')])
    }
    expect(new Set(toWhom()).size).toBe(21)
    expect(relay.seen.mails).toHaveLength(21)
  })
})

describe('the circuit breaker', () => {
  it('is shared: a relay that one worker found down is left alone by all, then tried by one', async () => {
    await start()
    await enrol(portal, people(4))
    await portal.publish({ document: 'a' })
    relay.breakAt = 'at once'
    portal.clock.set(MORNING)
    await tick(portal)
    expect(relay.seen.connections).toBe(1)
    await Promise.all([tick(portal), tick(portal), sendAwaited(portal)])
    expect(relay.seen.connections).toBe(1)
    plus(31)
    await Promise.all([send('periodic'), send('periodic'), send('periodic')])
    expect(relay.seen.connections).toBe(2)
    relay.breakAt = 'never'
    plus(95)
    await send('periodic')
    await send('periodic')
    expect(toWhom().sort()).toEqual(people(4))
    const rows = await portal.rows<{ state: string; attempts: number }>('deliveries', { kind: { equals: 'digest' } })
    expect(rows.map(({ state, attempts }) => `${state} ${attempts}`)).toEqual(Array(4).fill('accepted 1'))
  })

  it('opens after three broken connections in a row, and gives back what was not tried', async () => {
    await start()
    await enrol(portal, people(10))
    await portal.publish({ document: 'a' })
    relay.breakAt = 'after RCPT'
    portal.clock.set(MORNING)
    expect((await tick(portal)).relay).toBe('down')
    expect(relay.seen.connections).toBe(3)
    const rows = await portal.rows<{ state: string; attempts: number }>('deliveries', { kind: { equals: 'digest' } })
    expect(rows.map(({ state }) => state)).toEqual(Array(10).fill('pending'))
    expect(rows.filter(({ attempts }) => attempts === 0)).toHaveLength(7)
  })
})
