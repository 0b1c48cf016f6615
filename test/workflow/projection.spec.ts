import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { reconcile } from '../../plugins/workflow/index.ts'
import { type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine()
})
afterAll(() => spine.stop())

const WRITES = ['create', 'updateOne', 'updateMany', 'deleteOne', 'deleteMany', 'upsert'] as const
/** The database writes caused by a piece of work. */
const writesOf = async (work: () => Promise<unknown>): Promise<string[]> => {
  const { db } = spine.payload
  const writes: string[] = []
  const spies = WRITES.map((name) => {
    const before = db[name] as (...args: unknown[]) => Promise<unknown>
    return vi.spyOn(db, name).mockImplementation((...args: [{ collection: string }]) => {
      writes.push(`${name} ${args[0].collection}`)
      return before.apply(db, args)
    })
  })
  await work()
  for (const spy of spies) spy.mockRestore()
  return writes
}
const runOf = (key: string) =>
  spine.payload.db.findOne<{ id: string; state: string; returnedTo: string; seq: number }>({
    collection: 'workflow-runs',
    where: { key: { equals: key } },
  })
const shown = async (id: string) =>
  (await spine.payload.findByID({ collection: 'letters', id })) as unknown as {
    workflowState: string
    updatedAt: string
  }
const rewrite = (collection: string, key: string, data: Record<string, unknown>) =>
  spine.payload.db.updateOne({
    collection,
    where: { key: { equals: key } },
    data,
    options: { atomic: true },
  })
const mine = async () =>
  (
    (await spine.rest('GET', '/workflow/tasks', { token: spine.tokens.an })).body as { mine: { id: string }[] }
  ).mine.map((task) => task.id)

describe('looking at a document', () => {
  it('writes nothing, whatever state it is in', async () => {
    const { id } = await spine.draft()
    const look = () =>
      writesOf(async () => {
        for (const person of ['an', 'binh', 'dung', 'giam'] as const) await spine.view(person, id)
        await spine.rest('GET', '/workflow/tasks', { token: spine.tokens.an })
      })
    expect(await look()).toEqual([])
    for (const [person, action] of [
      ['an', 'submit'],
      ['binh', 'approve'],
      ['chi', 'approve'],
      ['dung', 'approve'],
    ] as const) {
      await spine.step(person, id, action)
      expect(await look(), action).toEqual([])
    }
  })

  it.each([
    ['the state that lists show', 'letters', { workflowState: 'draft' }],
    ['the row of its tasks', 'workflow-runs', { state: 'draft', waitsFor: '', seq: 1 }],
    ['a row that was changed and kept its number', 'workflow-runs', { state: 'draft', waitsFor: '' }],
  ])('mends what a crash left behind: %s', async (_, collection, data) => {
    const { id, key } = await spine.draft()
    await spine.step('an', id, 'submit')
    await spine.step('binh', id, 'approve')
    await rewrite(collection, key, data)
    await spine.view('an', id)
    expect(await runOf(key)).toMatchObject({ state: 'in_review', waitsFor: 'secretary', seq: 2 })
    expect((await shown(id)).workflowState).toBe('in_review')
  })
})

it('an approval leaves the instant of the last save alone', async () => {
  const { id } = await spine.draft()
  const before = await shown(id)
  await spine.step('an', id, 'submit')
  expect(await shown(id)).toMatchObject({ workflowState: 'in_review', updatedAt: before.updatedAt })
})

it('a round of the worker mends the state that lists show, without anybody looking', async () => {
  const { id, key } = await spine.draft()
  await spine.publish(id)
  await rewrite('letters', key, { workflowState: 'in_review' })
  await reconcile(spine)
  expect((await shown(id)).workflowState).toBe('published')
})

it('a projector that comes late does not put an older state back', async () => {
  const { id } = await spine.draft()
  const { db } = spine.payload
  const { updateOne } = db
  // All further approvals happen right before the state of the submission is written to the list.
  const race = vi.spyOn(db, 'updateOne').mockImplementation(async (args) => {
    if (args.collection === 'letters') {
      race.mockRestore()
      for (const person of ['binh', 'chi', 'dung'] as const) await spine.step(person, id, 'approve')
    }
    return updateOne.call(db, args)
  })
  await spine.act('an', id, 'submit', { expected: 0 })
  race.mockRestore()
  expect((await shown(id)).workflowState).toBe('published')
})

it('a returned text stays among the tasks of its author when the edition in force ends meanwhile', async () => {
  const { id, key } = await spine.draft()
  await spine.publish(id)
  await spine.rest('PATCH', `/letters/${id}`, { token: spine.tokens.an, body: { title: 'Bản hai' } })
  await spine.step('an', id, 'submit')
  await spine.step('binh', id, 'return', { reason: 'Thiếu căn cứ' })
  expect(await mine()).toContain(id)
  await spine.step('dung', id, 'withdraw', { reason: 'Ban hành nhầm' })
  expect((await runOf(key))?.returnedTo).toBe(spine.ids.an)
  expect(await mine()).toContain(id)
  await spine.step('an', id, 'submit')
  expect(await mine()).not.toContain(id)
})
