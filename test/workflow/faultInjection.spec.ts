import { afterAll, beforeAll, expect, it } from 'vitest'
import { ACTIONS, type Action, reconcile, verify } from '../../plugins/workflow/index.ts'
import { diesBefore } from '../support/diesBefore.ts'
import { logRowsOf } from '../support/logRows.ts'
import { chain, type Person, type Spine, startSpine } from '../support/spine.ts'
import { underDefinition } from '../support/underDefinition.ts'

/**
 * A process dies before any write of any action. Whoever looks next finds the document before the action or after it,
 * whole, and goes on. `crash.spec.ts` kills whole processes.
 */

const AT = '2026-11-23T03:00:00.000Z'
const WHY = { reason: 'Ban hành nhầm' }

let spine: Spine
/** Address of a letter that stays public. */
let elsewhere: string
beforeAll(async () => {
  spine = await startSpine({ at: AT })
  const { id, slug } = await spine.draft()
  await spine.publish(id)
  elsewhere = `/thu/${slug}`
})
afterAll(() => spine.stop())

type Act = [Person, Action, object?]
const SUBMITTED: Act[] = [['an', 'submit']]
const TO_HEAD: Act[] = [...SUBMITTED, ['binh', 'approve'], ['chi', 'approve']]
const PUBLIC: Act[] = [...TO_HEAD, ['dung', 'approve']]
const WITHDRAWN: Act[] = [...PUBLIC, ['dung', 'withdraw', WHY]]
const TIMED: Act[] = [...TO_HEAD, ['dung', 'schedule', { at: '2026-12-01T03:00:00.000Z' }]]
const CHANGED = 'changed'

/** The chain before the secretaries were given a deadline. */
const WITHOUT_DUE = { ...chain, steps: chain.steps.map(({ due: _, ...step }) => step) }

/** How a document comes to where each action can be taken, under which definition if not the one in force, and the action. */
const COURSES: Record<Action, { before: (Act | typeof CHANGED)[]; under?: typeof chain; act: Act }> = {
  submit: { before: [], act: ['an', 'submit'] },
  recall: { before: SUBMITTED, act: ['an', 'recall'] },
  claim: { before: SUBMITTED, act: ['binh', 'claim'] },
  assign: { before: SUBMITTED, act: ['dung', 'assign', { to: 'binh@example.org' }] },
  release: { before: [...SUBMITTED, ['binh', 'claim']], act: ['binh', 'release'] },
  approve: { before: TO_HEAD, act: ['dung', 'approve'] },
  return: { before: TO_HEAD, act: ['dung', 'return', WHY] },
  refuse: { before: TO_HEAD, act: ['dung', 'refuse', WHY] },
  schedule: { before: TO_HEAD, act: ['dung', 'schedule', { at: '2026-12-01T03:00:00.000Z' }] },
  unschedule: { before: TIMED, act: ['dung', 'unschedule'] },
  publish: { before: [...TIMED, ['dung', 'unschedule']], act: ['em', 'publish'] },
  withdraw: { before: PUBLIC, act: ['dung', 'withdraw', { ...WHY, redirectTo: '?' }] },
  correct: { before: [...PUBLIC, CHANGED], act: ['an', 'correct', { note: 'Sửa ngày' }] },
  'publish-urgently': { before: [], act: ['dung', 'publish-urgently', WHY] },
  ratify: { before: [['dung', 'publish-urgently', WHY]], act: ['em', 'ratify'] },
  restore: { before: WITHDRAWN, act: ['em', 'restore', WHY] },
  redirect: { before: WITHDRAWN, act: ['dung', 'redirect', { to: '?' }] },
  expire: { before: PUBLIC, act: ['dung', 'expire', WHY] },
  move: { before: TO_HEAD, under: WITHOUT_DUE, act: ['dung', 'move', WHY] },
  'propose-purge': { before: WITHDRAWN, act: ['dung', 'propose-purge', { ...WHY, edition: 1 }] },
  'decline-purge': {
    before: [...WITHDRAWN, ['dung', 'propose-purge', { ...WHY, edition: 1 }]],
    act: ['em', 'decline-purge', WHY],
  },
  'confirm-purge': {
    before: [...WITHDRAWN, ['dung', 'propose-purge', { ...WHY, edition: 1 }]],
    act: ['em', 'confirm-purge'],
  },
}
const bodyOf = (body: object = {}) =>
  Object.fromEntries(Object.entries(body).map(([name, value]) => [name, value === '?' ? elsewhere : value]))

it.each(ACTIONS)('%s happens completely, once, or not at all, wherever its process dies', async (action) => {
  spine.clock.set(new Date(Date.parse(AT) + ACTIONS.indexOf(action) * 60_000).toISOString())
  const { before, under = chain, act } = COURSES[action]
  const [person, , body] = act
  const bring = () =>
    underDefinition(spine.payload, 'letters', under, async () => {
      const letter = await spine.draft()
      for (const one of before)
        if (one === CHANGED)
          await spine.rest('PATCH', `/letters/${letter.id}`, {
            token: spine.tokens.an,
            body: { title: 'Thư sửa ngày' },
          })
        else await spine.step(one[0], letter.id, one[1], bodyOf(one[2]))
      return letter
    })
  const standing = async ({ id, key }: { id: string; key: string }) => {
    const { state, seq, step, timeline } = await spine.view('giam', id)
    const rows = (await logRowsOf(spine.payload, 'letters', key)).map(({ kind }) => kind)
    return { state, seq, step, types: (timeline as { type: string }[]).map(({ type }) => type), rows }
  }
  const untouched = await standing(await bring())
  const whole = await bring()
  await spine.step(person, whole.id, action, bodyOf(body))
  const done = await standing(whole)
  const found = { before: 0, after: 0 }
  for (let n = 1; ; n += 1) {
    const letter = await bring()
    const died = await diesBefore(spine.payload, n, () => spine.step(person, letter.id, action, bodyOf(body)))
    await reconcile({ ...spine, since: spine.clock.now() })
    const now = await standing(letter)
    if (now.seq === untouched.seq) {
      expect(now, `before write ${n}`).toEqual(untouched)
      found.before += 1
      await spine.step(person, letter.id, action, bodyOf(body))
    } else found.after += 1
    expect(await standing(letter), `before write ${n}`).toEqual(done)
    if (!died) break
  }
  // Nothing was written at the earliest point, and everything at the last.
  expect(found.before, action).toBeGreaterThan(0)
  expect(found.after, action).toBeGreaterThan(0)
})

it('leaves trails, logs and contents that verify', async () => {
  const { faults, publications } = await verify({ payload: spine.payload, anchorsDir: `${spine.dir}/none` })
  expect(faults).toEqual([])
  expect(publications).toBeGreaterThan(0)
})
