import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Step, tick } from '../../plugins/digest/index.ts'
import { type BrittleRelay, startBrittleRelay } from './support/brittleRelay.ts'
import { enrol } from './support/enrol.ts'
import { type Portal, startPortal } from './support/portal.ts'
import type { WorkerOrder } from './support/worker.ts'
import { withWorkers, workerEnds } from './support/workers.ts'

interface Delivery {
  key: string
  subscriber: string
  state: string
  items: string
}

const NEXT_MORNING = '2026-11-24T00:30:00.000Z'
const PEOPLE = ['an', 'binh', 'chi', 'dung']

let relay: BrittleRelay
let portal: Portal
withWorkers()
beforeEach(async () => {
  relay = await startBrittleRelay('never')
  portal = await startPortal({ smtpUrl: relay.url, connections: 1 })
})
afterEach(async () => {
  await portal.stop()
  await relay.close()
})

/** Runs one tick in its own process. @returns the signal that ended it */
const workerDies = ({ dieAt }: Pick<WorkerOrder, 'dieAt'>, instant = NEXT_MORNING): Promise<NodeJS.Signals | null> =>
  workerEnds({ dir: portal.dir, databaseUri: portal.databaseUri, smtpUrl: relay.url, at: instant, dieAt })

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
