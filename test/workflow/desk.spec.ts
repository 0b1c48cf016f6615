import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runDue } from '../../plugins/workflow/index.ts'
import type { TaskLists } from '../../plugins/workflow/useCases/tasks.ts'
import { type Person, type Spine, startSpine } from '../support/spine.ts'

/** A Thursday, nine in the morning in Viet Nam. */
const THURSDAY = '2026-11-26T02:00:00.000Z'
/** Eight working hours later. */
const FRIDAY = '2026-11-27T02:00:00.000Z'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine({ at: THURSDAY })
})
beforeEach(() => spine.clock.set(THURSDAY))
afterAll(() => spine.stop())

const desk = async (person: Person): Promise<TaskLists> =>
  (await spine.rest('GET', '/workflow/tasks', { token: spine.tokens[person] })).body as unknown as TaskLists
const ids = (tasks: { id: string }[]) => tasks.map(({ id }) => id)

describe('the desk of an author', () => {
  it('has their drafts, what they submitted and with whom it is, and what became public lately', async () => {
    const { id } = await spine.draft({ title: 'Kế hoạch năm' })
    expect(ids((await desk('an')).drafts)).toContain(id)
    await spine.step('an', id, 'submit')
    spine.clock.set('2026-12-01T02:00:00.000Z')
    const { drafts, submitted } = await desk('an')
    expect(ids(drafts)).not.toContain(id)
    expect(submitted.find((one) => one.id === id)).toMatchObject({
      title: 'Kế hoạch năm',
      step: 'Biên tập',
      waitsFor: 'editor',
      days: 3,
    })
    for (const person of ['binh', 'chi', 'dung'] as const) await spine.step(person, id, 'approve')
    const after = await desk('an')
    expect(ids(after.submitted)).not.toContain(id)
    expect(ids(after.published)).toContain(id)
    spine.clock.set('2026-12-20T02:00:00.000Z')
    expect(ids((await desk('an')).published)).not.toContain(id)
  })

  it('tells apart what was returned and what was refused, each with its reason', async () => {
    const [one, other] = [await spine.draft(), await spine.draft()]
    for (const { id } of [one, other]) await spine.step('an', id, 'submit')
    await spine.step('binh', one.id, 'return', { reason: 'Thiếu căn cứ' })
    await spine.step('binh', other.id, 'refuse', { reason: 'Trùng' })
    const { returned, refused, mine, drafts } = await desk('an')
    expect(returned.find(({ id }) => id === one.id)?.back?.reason).toBe('Thiếu căn cứ')
    expect(refused.find(({ id }) => id === other.id)?.back?.reason).toBe('Trùng')
    expect(ids(mine)).toEqual(expect.arrayContaining([one.id, other.id]))
    expect(ids(drafts)).not.toContain(one.id)
  })
})

describe('the desk of those who decide', () => {
  const atSecretary = async () => {
    const { id, key } = await spine.draft()
    await spine.step('an', id, 'submit')
    await spine.step('binh', id, 'approve')
    return { id, key }
  }

  it('has the overdue first, and tells the role named by the definition, once', async () => {
    const late = await atSecretary()
    spine.clock.set('2026-11-26T08:00:00.000Z')
    const early = await atSecretary()
    spine.clock.set(FRIDAY)
    await Promise.all([runDue(spine), runDue(spine)])
    await runDue(spine)
    const { group, overdue } = await desk('chi')
    const place = (id: string) => ids(group).indexOf(id)
    expect(place(late.id)).toBeLessThan(place(early.id))
    expect(ids(overdue)).toContain(late.id)
    expect(ids(overdue)).not.toContain(early.id)
    const { timeline } = (await spine.view('chi', late.id)) as unknown as { timeline: { type: string }[] }
    expect(timeline.filter(({ type }) => type === 'overdue')).toHaveLength(1)
  })

  it('has the most urgent of more than it lists, and those without a deadline behind', async () => {
    const MORE_THAN_LISTED = 52
    const all: { id: string; key: string }[] = []
    for (let made = 0; made < MORE_THAN_LISTED; made += 1) {
      spine.clock.set(new Date(Date.parse(THURSDAY) + made * 1000).toISOString())
      const one = await spine.draft()
      await spine.step('an', one.id, 'submit')
      all.push(one)
    }
    const last = all.at(-1)!
    const [first, second] = all as [{ id: string; key: string }, { id: string; key: string }]
    const dueBy = (some: { key: string }[], instant: string) => {
      const where = { key: { in: some.map(({ key }) => key) } }
      return spine.payload.db.updateMany({ collection: 'workflow-runs', where, data: { dueBy: instant } })
    }
    await dueBy(all, '2026-11-30T03:00:00.000Z')
    await dueBy([last], '2026-11-26T03:00:00.000Z')
    await dueBy([first], '')
    await dueBy([second], '')
    const { group } = await desk('binh')
    expect(group).toHaveLength(50)
    expect(ids(group)[0]).toBe(last.id)
    expect(ids(group).slice(1, 3)).toEqual(all.slice(2, 4).map(({ id }) => id))
    for (const { id } of all.slice(2, -1)) await spine.step('binh', id, 'approve')
    const place = (id: string) => ids(left).indexOf(id)
    const left = (await desk('binh')).group
    expect([place(last.id) < place(first.id), place(first.id) < place(second.id)]).toEqual([true, true])
    for (const { id } of [last, first, second]) await spine.step('binh', id, 'approve')
  })

  it('has what they claimed and what nobody did, however many more urgent ones others have claimed', async () => {
    const [own, free] = [await spine.draft(), await spine.draft()]
    for (const { id } of [own, free]) {
      await spine.step('an', id, 'submit')
      for (const person of ['binh', 'chi'] as const) await spine.step(person, id, 'approve')
    }
    await spine.step('dung', own.id, 'claim')
    for (let made = 0; made < 51; made += 1) {
      const row = {
        document: `d-${made}`,
        collection: 'plans',
        key: `k-${made}`,
        seq: 1,
        state: 'approve',
        waitsFor: 'head',
      }
      const claim = { claimedBy: 'other', claimUntil: '2026-12-24T02:00:00.000Z' }
      const data = { ...row, ...claim, since: THURSDAY, dueBy: '2026-11-01T02:00:00.000Z' }
      await spine.payload.db.create({ collection: 'workflow-runs', data })
    }
    const { mine, group } = await desk('dung')
    expect(ids(mine)).toContain(own.id)
    expect(ids(group)).toContain(free.id)
    await spine.payload.db.deleteMany({ collection: 'workflow-runs', where: { claimedBy: { equals: 'other' } } })
    for (const { id } of [own, free]) await spine.step('dung', id, 'approve')
  })

  it('takes a decision that was begun before people were told that it is late', async () => {
    const { id } = await atSecretary()
    const { seq: expected } = await spine.view('chi', id)
    spine.clock.set(FRIDAY)
    await runDue(spine)
    expect((await spine.act('chi', id, 'approve', { expected })).status).toBe(200)
  })

  it('has nothing of what another has claimed, and shows who has it to its author', async () => {
    const { id } = await spine.draft()
    await spine.step('an', id, 'submit')
    for (const person of ['binh', 'chi'] as const) await spine.step(person, id, 'approve')
    await spine.step('em', id, 'claim')
    expect(ids((await desk('dung')).group)).not.toContain(id)
    expect(ids((await desk('em')).mine)).toContain(id)
    expect((await desk('an')).submitted.find((one) => one.id === id)?.waitsFor).toBe('em')
  })

  it('counts in the navigation what waits, without what another has claimed', async () => {
    const waiting = async (person: Person) =>
      (await spine.rest('GET', '/workflow/tasks/waiting', { token: spine.tokens[person] })).body.waiting as number
    const { id } = await spine.draft()
    await spine.step('an', id, 'submit')
    for (const person of ['binh', 'chi'] as const) await spine.step(person, id, 'approve')
    for (const person of ['dung', 'em', 'an'] as const) {
      const { counts } = await desk(person)
      expect(await waiting(person), person).toBe(counts.group + counts.mine)
    }
    const before = await waiting('dung')
    await spine.step('em', id, 'claim')
    expect(await waiting('dung')).toBe(before - 1)
    expect((await spine.rest('GET', '/workflow/tasks/waiting')).status).toBe(401)
  })

  it('counts what it lists', async () => {
    const { counts, absence: _, ...lists } = await desk('chi')
    expect(counts).toEqual(
      Object.fromEntries(Object.entries(lists).map(([name, tasks]) => [name, (tasks as unknown[]).length])),
    )
  })
})
