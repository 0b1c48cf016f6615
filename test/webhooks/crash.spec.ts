import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bundle } from '../../scripts/lib/bundle.mjs'
import { type Portal, startPortal } from './support/portal.ts'
import { type Receiver, startReceiver } from './support/receiver.ts'
import type { WorkerOrder } from './support/worker.ts'

const BUNDLE = `.tmp/webhook-worker-${process.pid}`

let receiver: Receiver
let portal: Portal
beforeAll(() => bundle({ entries: { worker: 'test/webhooks/support/worker.ts' }, into: BUNDLE }))
afterAll(() => rmSync(fileURLToPath(new URL(`../../${BUNDLE}`, import.meta.url)), { recursive: true, force: true }))
beforeEach(async () => {
  receiver = await startReceiver()
  portal = await startPortal({ hosts: [receiver.host] })
})
afterEach(async () => {
  await receiver.stop()
  await portal.stop()
})

/** Runs a round in a process of its own. @returns its exit code, or the signal that ended it */
const worker = (order: Pick<WorkerOrder, 'dieAt'> = {}): Promise<number | NodeJS.Signals | null> =>
  new Promise((resolve, reject) => {
    const { dir, databaseUri, clock } = portal
    const full: WorkerOrder = { dir, databaseUri, hosts: [receiver.host], at: clock.now().toISOString(), ...order }
    const script = fileURLToPath(new URL(`../../${BUNDLE}/worker.js`, import.meta.url))
    const child = spawn(process.execPath, ['--conditions=production', script, JSON.stringify(full)], {
      stdio: 'ignore',
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(signal ?? code))
  })
const ids = () => receiver.received.map(({ headers }) => headers['webhook-id'])

describe('a worker process', () => {
  it('killed between the answer and its cursor sends the same row again, under the same id', async () => {
    await portal.add({ url: receiver.url })
    const [first, second] = await portal.publish({}, {})
    expect(await worker({ dieAt: { step: 'answered', passes: 1 } })).toBe('SIGKILL')
    expect(receiver.taken()).toEqual([first])
    // Its lease still holds.
    expect(await worker()).toBe(0)
    expect(receiver.taken()).toEqual([first])
    portal.pass(2)
    expect(await worker()).toBe(0)
    expect(receiver.taken()).toEqual([first, first, second])
    expect(ids()[0]).toBe(ids()[1])
  })

  it('killed after its cursor, or before it sent anything, sends nothing twice', async () => {
    await portal.add({ url: receiver.url })
    const rows = await portal.publish({}, {})
    expect(await worker({ dieAt: { step: 'turn taken', passes: 1 } })).toBe('SIGKILL')
    portal.pass(2)
    expect(await worker({ dieAt: { step: 'written', passes: 1 } })).toBe('SIGKILL')
    portal.pass(2)
    await worker()
    expect(receiver.taken()).toEqual(rows)
  })

  it('and others on the same database send to a receiver one after another, and each row once', async () => {
    await portal.add({ url: receiver.url })
    const rows = await portal.publish(...Array.from({ length: 20 }, () => ({})))
    expect(await Promise.all([worker(), worker(), worker()])).toEqual([0, 0, 0])
    expect(receiver.taken()).toEqual(rows)
    expect(receiver.mostAtOnce).toBe(1)
  })
})
