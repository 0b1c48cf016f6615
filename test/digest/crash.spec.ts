import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Step, tick } from '../../plugins/digest/index.ts'
import { bundle } from '../../scripts/lib/bundle.mjs'
import { type BrittleRelay, startBrittleRelay } from './support/brittleRelay.ts'
import { enrol } from './support/enrol.ts'
import { type Portal, startPortal } from './support/portal.ts'
import type { WorkerOrder } from './support/worker.ts'

interface Delivery {
  key: string
  subscriber: string
  state: string
  items: string
}

const BUNDLE = `.tmp/digest-worker-${process.pid}`
const NEXT_MORNING = '2026-11-24T00:30:00.000Z'
const PEOPLE = ['an', 'binh', 'chi', 'dung']

let relay: BrittleRelay
let portal: Portal
beforeAll(() => bundle({ entries: { worker: 'test/digest/support/worker.ts' }, into: BUNDLE }))
afterAll(() => rmSync(fileURLToPath(new URL(`../../${BUNDLE}`, import.meta.url)), { recursive: true, force: true }))
beforeEach(async () => {
  relay = await startBrittleRelay('never')
  portal = await startPortal({ smtpUrl: relay.url, connections: 1 })
})
afterEach(async () => {
  await portal.stop()
  await relay.close()
})

/** Runs one tick in its own process. @returns the signal that ended it */
const workerDies = (order: Pick<WorkerOrder, 'dieAt'>, instant = NEXT_MORNING): Promise<NodeJS.Signals | null> =>
  new Promise((resolve, reject) => {
    const full: WorkerOrder = {
      dir: portal.dir,
      databaseUri: portal.databaseUri,
      smtpUrl: relay.url,
      at: instant,
      ...order,
    }
    const script = fileURLToPath(new URL(`../../${BUNDLE}/worker.js`, import.meta.url))
    const child = spawn(process.execPath, ['--conditions=production', script, JSON.stringify(full)], {
      stdio: 'ignore',
    })
    child.on('error', reject)
    child.on('exit', (_code, signal) => resolve(signal))
  })

const at = (instant: string) => {
  portal.clock.set(instant)
  return tick(portal)
}
const mailsTo = () => relay.seen.mails.map((mail) => /^To: (\w+)@/m.exec(mail)?.[1]).sort()
const states = async () =>
  (await portal.rows<Delivery>('deliveries', { kind: { equals: 'digest' } })).map((row) => row.state).sort()

describe('a worker killed', () => {
  it.each<[Step, number]>([
    ['run ensured', 4],
    ['run frozen', 4],
    ['delivery inserted', 4],
    ['delivery claimed', 4],
    ['mail stored', 4],
    ['body asked for', 3],
    ['mail handed over', 4],
    ['delivery settled', 4],
  ])('at "%s" sends nobody two, and loses nothing', async (step, mailsThatDay) => {
    await enrol(portal, PEOPLE)
    await portal.publish({ document: 'a' })
    expect(await workerDies({ dieAt: { step, passes: 1 } })).toBe('SIGKILL')
    await at('2026-11-24T00:31:00.000Z')
    await at('2026-11-24T00:45:00.000Z')
    expect(new Set(mailsTo()).size).toBe(relay.seen.mails.length)
    expect(relay.seen.mails).toHaveLength(mailsThatDay)
    const unknown = (await states()).filter((state) => state === 'unknown').length
    expect(await states()).toEqual([...Array(4 - unknown).fill('accepted'), ...Array(unknown).fill('unknown')])
    expect(await portal.rows('digest-runs', { key: { equals: 'daily:2026-11-23' } })).toMatchObject([
      { state: 'complete', rows: 4, accepted: 4 - unknown, unknown },
    ])

    // Deliveries with an unknown outcome are repeated with the next digest, and only those.
    const before = relay.seen.mails.length
    await at('2026-11-25T00:30:00.000Z')
    expect(relay.seen.mails).toHaveLength(before + unknown)
    await at('2026-11-26T00:30:00.000Z')
    expect(relay.seen.mails).toHaveLength(before + unknown)
  })
})

describe('a worker killed over mails of another cadence', () => {
  it.each<[string, Step, string]>([
    ['immediate', 'run ensured', 'immediate:'],
    ['immediate', 'run frozen', 'immediate:'],
    ['immediate', 'delivery inserted', 'immediate:'],
    ['immediate', 'mail handed over', 'immediate:'],
    ['weekly', 'run frozen', 'weekly:2026-W47'],
    ['weekly', 'delivery inserted', 'weekly:2026-W47'],
    ['weekly', 'delivery settled', 'weekly:2026-W47'],
  ])('%s, at "%s", sends nobody two, and loses nothing', async (cadence, step, run) => {
    portal.clock.set('2026-11-21T03:00:00.000Z')
    await enrol(portal, PEOPLE, cadence)
    await portal.publish({ document: 'a' })
    portal.clock.set('2026-11-23T03:00:00.000Z')
    // Skips the steps of the daily run, which has no recipients.
    const passes = cadence === 'weekly' && step === 'run frozen' ? 2 : 1
    expect(await workerDies({ dieAt: { step, passes } }, '2026-11-23T03:00:00.000Z')).toBe('SIGKILL')
    await at('2026-11-23T03:01:00.000Z')
    await at('2026-11-23T03:15:00.000Z')
    const unknown = (await states()).filter((state) => state === 'unknown').length
    expect(await states()).toEqual([...Array(4 - unknown).fill('accepted'), ...Array(unknown).fill('unknown')])
    expect(mailsTo()).toEqual(PEOPLE)
    const rows = await portal.rows<{ key: string; rows: number }>('digest-runs', { rows: { greater_than: 0 } })
    expect(rows).toMatchObject([{ key: expect.stringContaining(run), state: 'complete', rows: 4, unknown }])
  })
})

describe('three workers at once that are killed again and again', () => {
  it('hand no mail over twice, and leave no row without an end', async () => {
    const people = Array.from({ length: 40 }, (_, index) => `p${index}`)
    await enrol(portal, people)
    await portal.publish({ document: 'a' })
    let kills = 0
    for (let round = 0; round < 3; round += 1) {
      const ends = await Promise.all([7, 19, 31].map((passes) => workerDies({ dieAt: { passes: passes + round * 5 } })))
      kills += ends.filter((signal) => signal === 'SIGKILL').length
    }
    expect(kills).toBeGreaterThan(3)
    await at('2026-11-24T00:31:00.000Z')
    await at('2026-11-24T00:45:00.000Z')
    await at('2026-11-24T00:46:00.000Z')
    const to = mailsTo()
    expect(new Set(to).size).toBe(to.length)
    const counted = await states()
    const unknown = counted.filter((state) => state === 'unknown').length
    expect(unknown).toBeLessThanOrEqual(kills)
    expect(counted.filter((state) => state === 'accepted').length + unknown).toBe(people.length)
    const before = relay.seen.mails.length
    await at('2026-11-25T00:30:00.000Z')
    expect(relay.seen.mails).toHaveLength(before + unknown)
  })
})
