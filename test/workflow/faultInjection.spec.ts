import { afterAll, beforeAll, expect, it } from 'vitest'
import { ACTIONS, reconcile, verify } from '../../plugins/workflow/index.ts'
import { COURSES, type Courses, coursesOf, type Letter, standingOf } from '../support/courses.ts'
import { diesBefore } from '../support/diesBefore.ts'
import { type Spine, startSpine } from '../support/spine.ts'

/**
 * A process dies before any write of any action. Whoever looks next finds the document before the action or after it,
 * whole, and goes on. `crash.spec.ts` kills whole processes.
 */

const AT = '2026-11-23T03:00:00.000Z'

let spine: Spine
let courses: Courses
beforeAll(async () => {
  spine = await startSpine({ at: AT })
  courses = await coursesOf(spine)
})
afterAll(() => spine.stop())

it.each(ACTIONS)('%s happens completely, once, or not at all, wherever its process dies', async (action) => {
  spine.clock.set(new Date(Date.parse(AT) + ACTIONS.indexOf(action) * 60_000).toISOString())
  const { person, body } = courses.orderOf(COURSES[action].act)
  const bring = () => courses.bring(action)
  const standing = (letter: Letter) => standingOf(spine, letter)
  const untouched = await standing(await bring())
  const whole = await bring()
  await spine.step(person, whole.id, action, body)
  const done = await standing(whole)
  const found = { before: 0, after: 0 }
  for (let n = 1; ; n += 1) {
    const letter = await bring()
    const died = await diesBefore(spine.payload, n, () => spine.step(person, letter.id, action, body))
    await reconcile({ ...spine, since: spine.clock.now() })
    const now = await standing(letter)
    if (now.seq === untouched.seq) {
      expect(now, `before write ${n}`).toEqual(untouched)
      found.before += 1
      await spine.step(person, letter.id, action, body)
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
