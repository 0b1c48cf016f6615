import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ACTIONS, type Action, verify } from '../../plugins/workflow/index.ts'
import { bundle } from '../../scripts/lib/bundle.mjs'
import { type Act, COURSES, type Courses, coursesOf, type Letter, type Order, standingOf } from '../support/courses.ts'
import type { RivalRequest } from '../support/rivalChild.ts'
import { type Spine, startSpine } from '../support/spine.ts'

/** Two processes on one database take the same action, or two that exclude each other, at the same moment. */

const BUNDLE = `.tmp/rivals-${process.pid}`
const inProject = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url))
const AT = Date.parse('2026-11-23T03:00:00.000Z')
const WHY = { reason: 'Ban hành nhầm' }

let spine: Spine
let courses: Courses
let rival: ChildProcess
beforeAll(async () => {
  await bundle({ entries: { child: 'test/support/rivalChild.ts' }, into: BUNDLE })
  spine = await startSpine()
  courses = await coursesOf(spine)
  rival = fork(inProject(`${BUNDLE}/child.js`), [spine.dir, spine.databaseUri], {
    execArgv: ['--conditions=production'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await Promise.race([
    once(rival, 'message'),
    once(rival, 'exit').then(([code]) => Promise.reject(new Error(`The second process ended at its start (${code}).`))),
  ])
})
afterAll(async () => {
  rival.kill()
  await spine.stop()
  rmSync(inProject(BUNDLE), { recursive: true, force: true })
})

interface Answer {
  status: number
  body: Record<string, unknown>
}
const inRival = async (request: Omit<RivalRequest, 'at'>): Promise<Answer[]> => {
  rival.send({ ...request, at: spine.clock.now().toISOString() })
  const [answers] = (await once(rival, 'message')) as [Answer[]]
  return answers
}
const act = ({ person, action, body }: Order, { id }: Letter, expected: number, times: number) => ({
  method: 'POST',
  url: `/workflow/letters/${id}/${action}`,
  token: spine.tokens[person],
  body: { expected, ...body },
  times,
})
const here = ({ method, url, times, ...options }: ReturnType<typeof act>) =>
  Promise.all(Array.from({ length: times }, () => spine.rest(method, url, options)))

/**
 * Both processes at once, each with an order of its own, several times.
 *
 * @param lead milliseconds by which the other process begins first; negative for this one
 * @returns the answers that were not conflicts
 */
const atOnce = async (letter: Letter, mine: Order, theirs: Order, times: number, lead = 0) => {
  const { seq } = await spine.view('giam', letter.id)
  const [there, own] = await Promise.all([
    wait(Math.max(0, -lead)).then(() => inRival(act(theirs, letter, seq, times))),
    wait(Math.max(0, lead)).then(() => here(act(mine, letter, seq, times))),
  ])
  for (const { status, body } of [...there, ...own])
    expect([200, 409], `${mine.action} / ${theirs.action}: ${JSON.stringify(body)}`).toContain(status)
  const won = (answers: Answer[]) => answers.filter(({ status }) => status === 200).length
  return { here: won(own), there: won(there) }
}

const minute = (n: number) => new Date(AT + n * 60_000).toISOString()

const wins = { here: 0, there: 0 }
it.each(ACTIONS)('%s is done once, whichever process is first', async (action) => {
  spine.clock.set(minute(ACTIONS.indexOf(action)))
  const order = courses.orderOf(COURSES[action].act)
  const alone = await courses.bring(action)
  await spine.step(order.person, alone.id, action, order.body)
  const done = await standingOf(spine, alone)
  for (let round = 0; round < 3; round += 1) {
    const letter = await courses.bring(action)
    const won = await atOnce(letter, order, order, 3)
    expect(won.here + won.there, action).toBe(1)
    wins.here += won.here
    wins.there += won.there
    expect(await standingOf(spine, letter), action).toEqual(done)
  }
})

/** Where two actions exclude each other: the action whose state both are possible in, and who does what. */
const EXCLUSIVE: [Action, Act, Act][] = [
  ['recall', ['an', 'recall'], ['binh', 'approve']],
  ['recall', ['an', 'recall'], ['binh', 'claim']],
  ['claim', ['binh', 'claim'], ['dung', 'assign', { to: 'binh@example.org' }]],
  ['approve', ['dung', 'approve'], ['em', 'approve']],
  ['approve', ['dung', 'approve'], ['em', 'return', WHY]],
  ['approve', ['dung', 'approve'], ['em', 'refuse', WHY]],
  ['approve', ['dung', 'approve'], ['em', 'schedule', { at: '2026-12-01T03:00:00.000Z' }]],
  ['move', ['dung', 'move', WHY], ['em', 'approve']],
  ['publish', ['em', 'publish'], ['dung', 'return', WHY]],
  ['unschedule', ['dung', 'unschedule'], ['em', 'withdraw', WHY]],
  ['withdraw', ['dung', 'withdraw', WHY], ['em', 'expire', WHY]],
  ['correct', ['an', 'correct', { note: 'Sửa ngày' }], ['dung', 'withdraw', WHY]],
  ['ratify', ['em', 'ratify'], ['em', 'withdraw', WHY]],
  ['publish-urgently', ['dung', 'publish-urgently', WHY], ['an', 'submit']],
  ['restore', ['em', 'restore', WHY], ['dung', 'redirect', { to: '?' }]],
  ['restore', ['em', 'restore', WHY], ['dung', 'propose-purge', { ...WHY, edition: 1 }]],
  ['confirm-purge', ['em', 'confirm-purge'], ['em', 'decline-purge', WHY]],
  ['confirm-purge', ['em', 'confirm-purge'], ['em', 'restore', WHY]],
]
it.each(EXCLUSIVE)('in the state for %s, one of %j and %j is done', async (state, one, other) => {
  spine.clock.set(minute(ACTIONS.length + EXCLUSIVE.findIndex(([, a, b]) => a === one && b === other)))
  for (const [mine, theirs] of [
    [one, other],
    [other, one],
  ] as const) {
    const letter = await courses.bring(state)
    const before = await spine.view('giam', letter.id)
    const won = await atOnce(letter, courses.orderOf(mine), courses.orderOf(theirs), 2)
    expect(won.here + won.there).toBe(1)
    const { seq } = await spine.view('giam', letter.id)
    expect(seq).toBeGreaterThan(before.seq)
  }
})

it('was really a race: each process came first at times', async () => {
  // On a busy machine one of them may be slower to begin, every time.
  const order = courses.orderOf(COURSES.approve.act)
  for (let lead = 5; lead < 200 && !(wins.here && wins.there); lead += 5) {
    const letter = await courses.bring('approve')
    const won = await atOnce(letter, order, order, 3, wins.here ? lead : -lead)
    wins.here += won.here
    wins.there += won.there
  }
  expect(wins.here).toBeGreaterThan(0)
  expect(wins.there).toBeGreaterThan(0)
})

it('leaves trails, logs and contents that verify', async () => {
  const { faults, publications } = await verify({ payload: spine.payload, anchorsDir: `${spine.dir}/none` })
  expect(faults).toEqual([])
  expect(publications).toBeGreaterThan(0)
})
