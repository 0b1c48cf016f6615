import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ACTIONS, finish, reconcile } from '../../plugins/workflow/index.ts'
import { logRowsOf } from '../support/logRows.ts'
import { type Spine, startSpine } from '../support/spine.ts'

const MORNING = '2026-11-23T03:00:00.000Z'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine({ at: MORNING })
})
beforeEach(() => spine.clock.set(MORNING))
afterAll(() => spine.stop())

const toHead = async (data: Record<string, unknown> = {}) => {
  const draft = await spine.draft(data)
  await spine.step('an', draft.id, 'submit', { changeNote: 'Lần đầu' })
  await spine.step('binh', draft.id, 'approve')
  await spine.step('chi', draft.id, 'approve')
  return draft
}
const trail = async (key: string) =>
  (
    await spine.payload.db.find({
      collection: 'workflow-events',
      where: { document: { equals: `letters:${key}` } },
      sort: 'seq',
      limit: 0,
      pagination: false,
    })
  ).docs as unknown as (Record<string, unknown> & { id: string; seq: number; type: string })[]
const published = (key: string) => logRowsOf(spine.payload, 'letters', key)

type Created = { collection: string; data: Record<string, unknown> }
/** Replaces the write of a `published` event. */
const atPublished = (instead: (args: Created, write: () => Promise<unknown>) => Promise<unknown>) => {
  const { create } = spine.payload.db
  return vi.spyOn(spine.payload.db, 'create').mockImplementation((args: Created) => {
    const write = () => create.call(spine.payload.db, args) as Promise<unknown>
    return args.collection === 'workflow-events' && args.data.type === 'published' ? instead(args, write) : write()
  })
}

describe('an approval that publishes', () => {
  it('reads each thing once: the stream, the content, the log', async () => {
    const { id, key } = await toHead()
    const calls: string[] = []
    const { db } = spine.payload
    const spies = (['create', 'find', 'findOne', 'findVersions', 'updateOne', 'count'] as const).map((name) => {
      const before = db[name] as (...args: unknown[]) => Promise<unknown>
      return vi.spyOn(db, name).mockImplementation((...args: [{ collection: string }]) => {
        calls.push(`${name} ${args[0].collection}`)
        return before.apply(db, args)
      })
    })
    const done = await spine.act('dung', id, 'approve', { expected: 3 })
    for (const spy of spies) spy.mockRestore()
    expect(done).toMatchObject({ status: 200, body: { state: 'published', seq: 5 } })
    const times = (call: string) => calls.filter((one) => one === call).length
    expect(times('find workflow-events')).toBe(1)
    expect(times('create workflow-events')).toBe(2)
    expect(times('find contents')).toBe(1)
    // Read before the insert: a refused insert would queue for the database's writer in vain.
    expect([times('findOne addresses'), times('create addresses')]).toEqual([1, 1])
    expect(times('create publications')).toBe(1)
    // The answer says what this person may do in the place of others, which is read once.
    expect(times('find delegations')).toBe(1)
    expect(calls.length).toBeLessThanOrEqual(16)
    expect((await trail(key)).map(({ type }) => type)).toEqual([
      'submitted',
      'passed',
      'approved',
      'approved',
      'published',
    ])
  })

  it('leaves, when it is cut off between its two events, exactly the publication it would have written', async () => {
    const { id, key } = await toHead({ expiresOn: '2026-12-24' })
    let lost: Record<string, unknown> | undefined
    const cut = atPublished(({ data }) => {
      lost = data
      return Promise.reject(new Error('the process is gone'))
    })
    await spine.act('dung', id, 'approve', { expected: 3, comment: 'Đồng ý', changeNote: 'Sửa điều 2' })
    cut.mockRestore()
    expect((await trail(key)).at(-1)).toMatchObject({ type: 'approved' })
    expect(await published(key)).toEqual([])
    spine.clock.set('2026-11-23T04:00:00.000Z')
    await reconcile(spine)
    const row = (await trail(key)).at(-1)!
    // The hash covers every column, so it is the same event, written later.
    const { seq, at, data, hash } = lost!
    expect(row).toMatchObject({ seq, at, data, hash, type: 'published', actorName: 'dung' })
    expect(row.at).toBe(MORNING)
    expect(JSON.parse(row.data as string)).toMatchObject({
      changeNote: 'Sửa điều 2',
      expiresAt: '2026-12-24T17:00:00.000Z',
    })
    expect(await published(key)).toHaveLength(1)
  })

  it('is not acted upon by anybody between its two events', async () => {
    for (const action of ACTIONS) {
      const { id, key } = await toHead()
      const cut = atPublished(() => Promise.reject(new Error('the process is gone')))
      await spine.act('dung', id, 'approve', { expected: 3 })
      cut.mockRestore()
      const body = { expected: 4, reason: 'Thôi', at: '2026-11-24T03:00:00.000Z' }
      expect(await spine.act('em', id, action, body), action).toMatchObject({
        status: 409,
        body: { errors: [{ code: 'WORKFLOW_STALE', seq: 5, happened: [{ type: 'published', by: 'dung' }] }] },
      })
      expect((await published(key)).map(({ kind }) => kind)).toEqual(['published'])
    }
  })

  it('stands when another process wrote its publication first', async () => {
    const { id, key } = await toHead()
    let raced = false
    const race = atPublished(async (_, write) => {
      if (!raced) {
        raced = true
        await finish(spine.payload, { collection: 'letters', key })
      }
      return write()
    })
    const done = await spine.act('dung', id, 'approve', { expected: 3 })
    race.mockRestore()
    expect(raced).toBe(true)
    expect(done).toMatchObject({ status: 200, body: { state: 'published', seq: 5 } })
    expect(await published(key)).toHaveLength(1)
  })
})

it('publishes at a set time in the name of who set it, whatever happened to the edition in force meanwhile', async () => {
  const { id, key } = await toHead({ expiresOn: '2026-11-24' })
  await spine.step('dung', id, 'approve')
  await spine.rest('PATCH', `/letters/${id}`, {
    token: spine.tokens.an,
    body: { title: 'Bản hai', expiresOn: '2027-01-01' },
  })
  await spine.step('an', id, 'submit')
  await spine.step('binh', id, 'approve')
  await spine.step('chi', id, 'approve')
  await spine.step('em', id, 'schedule', { at: '2026-11-26T03:00:00.000Z' })
  spine.clock.set('2026-11-25T03:00:00.000Z')
  await finish(spine.payload, { collection: 'letters', key })
  expect((await trail(key)).at(-1)).toMatchObject({ type: 'expired', actor: 'system' })
  spine.clock.set('2026-11-26T03:00:00.000Z')
  await finish(spine.payload, { collection: 'letters', key })
  expect((await trail(key)).at(-1)).toMatchObject({ type: 'published', actorName: 'em', capacity: 'Chức danh em' })
})
