import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Person, type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine()
})
afterAll(() => spine.stop())

const expected = async (person: Person, id: string) => (await spine.view(person, id)).expected

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
