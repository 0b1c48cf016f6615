import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tick } from '../../plugins/digest/index.ts'
import { type BrittleRelay, type Mood, startBrittleRelay } from './support/brittleRelay.ts'
import { enrol } from './support/enrol.ts'
import { type Portal, startPortal } from './support/portal.ts'
import { randomFrom } from './support/random.ts'
import { startWorker, withWorkers, workerEnds } from './support/workers.ts'

/** `npm run test:storm` makes a long one; `STORM_SEED` repeats one that failed. */
const MAILS = Number(process.env.STORM_MAILS ?? 90)
const SEED = Number(process.env.STORM_SEED ?? Date.now() % 1_000_000)
const ROUNDS = Number(process.env.STORM_ROUNDS ?? 3)
const WORKERS = 3
/** A worker dies within so many steps; a hostile relay lets it come no further in a round. */
const MOST_PASSES = 120
const CONNECTIONS = 2
const MORNING = Date.parse('2026-11-24T00:30:00.000Z')
/** Longer than a lease. */
const LATER = 11 * 60_000

interface Delivery {
  key: string
  state: string
  run: string
}

let relay: BrittleRelay
let portal: Portal
withWorkers()
beforeEach(async () => {
  relay = await startBrittleRelay('never')
  // A relay that is silent is given up soon; the mail is as unknown as after five minutes.
  portal = await startPortal({
    smtpUrl: `${relay.url}?socketTimeout=1500&greetingTimeout=700`,
    connections: CONNECTIONS,
  })
})
afterEach(async () => {
  await portal.stop()
  await relay.close()
})

const orderAt = (at: number) => ({
  dir: portal.dir,
  databaseUri: portal.databaseUri,
  smtpUrl: `${relay.url}?socketTimeout=1500&greetingTimeout=700`,
  connections: CONNECTIONS,
  at: new Date(at).toISOString(),
})
const mailsOf = (mails: string[]) => mails.map((mail) => /^To: (\S+)@/m.exec(mail)?.[1] ?? '?').sort()
const deliveries = () => portal.rows<Delivery>('deliveries', { kind: { equals: 'digest' } })
const counted = async () => {
  const counts: Record<string, number> = {}
  for (const { state } of await deliveries()) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

/** A relay that does to each mail whatever relays were ever seen to do. */
const hostile = (random: () => number): Mood => {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const what = random()
  const breakAt = 'never' as const
  if (what < 0.55) return { breakAt, answers: {} }
  if (what < 0.65)
    return {
      breakAt: one(['at once', 'after greeting', 'after MAIL', 'after RCPT', 'instead of 354', 'after 354'] as const),
      answers: {},
    }
  if (what < 0.7)
    return { breakAt: one(['in the body', 'after the final dot', 'within the answer'] as const), answers: {} }
  if (what < 0.78) return { breakAt, answers: {}, cutAfter: Math.floor(random() * 60) }
  if (what < 0.97)
    return {
      breakAt,
      answers: one([
        { MAIL: '451 4.3.0 later' },
        { RCPT: '450 4.2.1 later' },
        { DATA: '451 4.3.2 later' },
        { dot: '452 4.3.1 no room' },
        { dot: '554 5.7.1 not from you' },
        { RCPT: '550 5.2.1 disabled' },
      ]),
    }
  return { breakAt: one(['silent after the final dot', 'greets never'] as const), answers: {} }
}

describe('a storm: three workers, a hostile relay, and kills at any step', () => {
  it(`hands no mail over twice and loses none silently (seed ${SEED})`, async () => {
    const random = randomFrom(SEED)
    await enrol(
      portal,
      Array.from({ length: MAILS }, (_, index) => `p${index}`),
    )
    await portal.publish({ document: 'a' })
    relay.mood = () => hostile(random)
    let kills = 0
    let now = MORNING
    for (let round = 0; round < ROUNDS; round += 1, now += LATER) {
      const passes = () => 1 + Math.floor(random() * MOST_PASSES)
      const ends = await Promise.all(
        Array.from({ length: WORKERS }, () => workerEnds({ ...orderAt(now), dieAt: { passes: passes() } })),
      )
      kills += ends.filter((signal) => signal === 'SIGKILL').length
    }
    relay.mood = undefined
    for (let round = 0; round < 40; round += 1, now += LATER) {
      portal.clock.set(new Date(now).toISOString())
      await tick(portal)
      const left = await counted()
      if (!left.pending && !left.claimed && !left.handing && !left.deferred) break
    }

    const taken = mailsOf(relay.seen.taken)
    const states = await counted()
    const { accepted = 0, unknown = 0, rejected = 0, skipped = 0 } = states
    const said = { seed: SEED, mails: MAILS, workers: WORKERS, kills, brokenBodies: relay.seen.brokenBodies, ...states }
    if (process.env.STORM_REPORT) writeFileSync(process.env.STORM_REPORT, `${JSON.stringify(said, null, 2)}\n`)
    expect(kills, 'a storm without a kill shows nothing').toBeGreaterThan(0)
    expect(new Set(taken).size, 'nobody got it twice').toBe(taken.length)
    expect(accepted + unknown + rejected + skipped, 'every row has an end').toBe(MAILS)
    expect(skipped).toBe(0)
    // What the relay has is accepted, or nobody knows.
    expect(taken.length).toBeGreaterThanOrEqual(accepted)
    expect(taken.length).toBeLessThanOrEqual(accepted + unknown)
    expect(unknown).toBeLessThanOrEqual(kills * CONNECTIONS + relay.seen.brokenBodies)
    expect(await portal.rows('digest-runs', { key: { equals: 'daily:2026-11-23' } })).toMatchObject([
      { state: 'complete', rows: MAILS, accepted, unknown, rejected, skipped },
    ])

    // Nobody knows whether they got it, so it comes with their next digest, and only to them.
    const before = relay.seen.taken.length
    portal.clock.set('2026-11-25T00:30:00.000Z')
    for (let round = 0; round < 3; round += 1) await tick(portal)
    const waiting = (await deliveries()).filter((row) => row.run === 'daily:2026-11-24')
    expect(relay.seen.taken.length - before).toBe(waiting.length)
    expect(waiting.length).toBeGreaterThanOrEqual(unknown)
  }, 1_800_000)
})

describe('a worker that sleeps longer than its lease', () => {
  // Once the body was asked for, its own late acceptance counts; the mail was sent by nobody else meanwhile.
  it.each(['delivery claimed', 'mail stored', 'body asked for'] as const)(
    'and wakes up at "%s" hands nothing over that another did',
    async (step) => {
      await enrol(portal, ['an', 'binh', 'chi', 'dung'])
      await portal.publish({ document: 'a' })
      const sleeper = startWorker({
        ...orderAt(MORNING),
        connections: 1,
        dieAt: { step, passes: 1, signal: 'SIGSTOP' },
      })
      const ended = new Promise((resolve) => sleeper.on('exit', resolve))
      try {
        await expect.poll(async () => Object.keys(await counted()).filter((one) => one !== 'pending')).not.toEqual([])
        // The row it holds is shown when the process has stopped; what it holds beside that waits for the lease, too.
        await expect
          .poll(
            async () => (await deliveries()).filter((row) => row.state === 'claimed' || row.state === 'handing').length,
          )
          .toBe(4)
        portal.clock.set(new Date(MORNING + LATER).toISOString())
        await tick(portal)
        sleeper.kill('SIGCONT')
        await ended
      } finally {
        sleeper.kill('SIGKILL')
      }
      expect(await counted()).toEqual({ accepted: 4 })
      expect(mailsOf(relay.seen.taken)).toEqual(['an', 'binh', 'chi', 'dung'])
    },
  )
})
