import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Person, type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine()
})
afterAll(() => spine.stop())

const ISO = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

const expected = async (person: Person, id: string) => (await spine.view(person, id)).expected

it('by when a step is to be decided is told, and which approval makes the text public', async () => {
  const { id } = await spine.draft()
  const told = async () => {
    const { dueBy, overdue, final, publishes } = await spine.view('dung', id)
    return { dueBy, overdue, final, publishes }
  }
  expect(await told()).toEqual({ dueBy: null, overdue: false, final: false, publishes: false })
  await spine.step('an', id, 'submit')
  await spine.step('binh', id, 'approve')
  expect(await told()).toEqual({ dueBy: expect.stringMatching(ISO), overdue: false, final: false, publishes: false })
  await spine.step('chi', id, 'approve')
  expect(await told()).toEqual({ dueBy: null, overdue: false, final: true, publishes: true })
  await spine.step('dung', id, 'approve')
  expect(await told()).toMatchObject({ final: false, publishes: false })
})

it('the action that comes next is named, but not to whoever has just sent the text back', async () => {
  const { id } = await spine.draft()
  expect(await expected('an', id)).toBe('submit')
  await spine.step('an', id, 'submit')
  expect(await expected('binh', id)).toBe('approve')
  for (const action of ['return', 'refuse']) {
    await spine.step('binh', id, action, { reason: 'Thiếu ngày họp.' })
    expect([await expected('binh', id), await expected('an', id)]).toEqual([null, 'submit'])
    if (action === 'return') await spine.step('an', id, 'submit')
  }
  await spine.publish(id)
  expect(await expected('an', id)).toBeNull()
})
