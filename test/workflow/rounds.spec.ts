import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { canonicalJson, sha256 } from '../../plugins/publications/index.ts'
import { keepReconciled, runDue, takeAnchor } from '../../plugins/workflow/index.ts'
import { allRows } from '../../plugins/workflow/store/rows.ts'
import { logRowsOf } from '../support/logRows.ts'
import { environmentOf } from '../support/portal.ts'
import { type Spine, startSpine } from '../support/spine.ts'

const MORNING = '2026-11-23T03:00:00.000Z'
const NOON = '2026-11-23T05:00:00.000Z'

let spine: Spine
beforeEach(async () => {
  spine = await startSpine({ at: MORNING })
})
afterEach(() => spine.stop())

const create = (collection: string, data: Record<string, unknown>) => spine.payload.db.create({ collection, data })
const published = (key: string) => logRowsOf(spine.payload, 'letters', key)
const later = (minutes: number) => new Date(Date.parse(MORNING) + minutes * 60_000).toISOString()

/** A row that stays due whatever is done. */
const stuck = (n: number) =>
  create('workflow-runs', {
    document: `letters:stuck-${n}`,
    collection: 'letters',
    key: `stuck-${n}`,
    state: 'scheduled',
    seq: 1,
    // Many rows share an instant; their order must still be unambiguous.
    dueAt: n % 2 ? '2026-11-23T03:30:00.000Z' : '2026-11-23T03:31:00.000Z',
  })
const scheduled = async () => {
  const draft = await spine.draft()
  await spine.step('an', draft.id, 'submit')
  await spine.step('binh', draft.id, 'approve')
  await spine.step('chi', draft.id, 'approve')
  await spine.step('dung', draft.id, 'schedule', { at: '2026-11-23T04:00:00.000Z' })
  return draft
}

describe('what has come due', () => {
  it('is done in the same round, though more than a page before it stays due for ever', async () => {
    for (let n = 0; n < 120; n += 1) await stuck(n)
    const { key } = await scheduled()
    spine.clock.set(NOON)
    expect(await runDue(spine)).toBe(121)
    expect(await published(key)).toHaveLength(1)
  })

  it('is done in the next round, when a whole round before it stays due for ever', async () => {
    for (let n = 0; n < 1010; n += 1) await stuck(n)
    const { key } = await scheduled()
    spine.clock.set(NOON)
    expect(await runDue(spine)).toBe(1000)
    expect(await published(key)).toHaveLength(0)
    expect(await runDue(spine)).toBe(11)
    expect(await published(key)).toHaveLength(1)
    expect(await runDue(spine)).toBe(1000)
  })
})

/** The events read by rounds, without reads of single streams. */
const readBy = async (work: () => Promise<unknown>): Promise<string[]> => {
  const { db } = spine.payload
  const { find } = db
  const seen: string[] = []
  const spy = vi.spyOn(db, 'find').mockImplementation(async (args) => {
    const found = await find.call(db, args)
    if (args.collection === 'workflow-events' && Array.isArray(args.sort))
      seen.push(
        ...(found.docs as unknown as { document: string; seq: number }[]).map((row) => `${row.document}#${row.seq}`),
      )
    return found
  })
  await work()
  spy.mockRestore()
  return seen
}

describe('a round of reconciling', () => {
  it('reads the trail once, and after a restart only what is new', async () => {
    const events: string[] = []
    for (let n = 0; n < 260; n += 1) {
      await create('workflow-events', {
        document: `letters:old-${n}`,
        seq: 1,
        type: 'recalled',
        at: later(Math.floor(n / 7)),
        actor: 'x',
        data: '{}',
        hash: 'x',
      })
      await create('workflow-runs', {
        document: `letters:old-${n}`,
        collection: 'letters',
        key: `old-${n}`,
        state: 'draft',
        seq: 1,
      })
      events.push(`letters:old-${n}#1`)
    }
    spine.clock.set(later(60 * 24))
    const whole = await readBy(keepReconciled(spine))
    expect(whole.sort()).toEqual(events.sort())
    const { id, key } = await spine.draft()
    await spine.step('an', id, 'submit')
    expect(new Set(await readBy(keepReconciled(spine)))).toEqual(new Set([`letters:${key}#1`]))
    spine.clock.set(later(60 * 48))
    expect(await readBy(keepReconciled(spine))).toEqual([])
  })

  it('ends where it is when it is to stop, and the next one goes on from there', async () => {
    const [first, second] = [await spine.draft(), await spine.draft()]
    await spine.step('an', first.id, 'submit')
    spine.clock.set(later(60))
    const round = keepReconciled(spine)
    await round()
    await spine.step('an', second.id, 'submit')
    spine.clock.set(later(120))
    expect(await readBy(() => round(AbortSignal.abort()))).toEqual([])
    expect(await readBy(round)).toEqual([`letters:${second.key}#1`])
  })

  it('finds an event that was written late, behind the place it had come to', async () => {
    const round = keepReconciled(spine)
    const other = await spine.draft()
    spine.clock.set(later(20))
    await spine.step('an', other.id, 'submit')
    await round()
    const { id, key } = await spine.draft()
    spine.clock.set(later(15))
    for (const [person, action] of [
      ['an', 'submit'],
      ['binh', 'approve'],
      ['chi', 'approve'],
    ] as const)
      await spine.step(person, id, action)
    // Simulates a process that dies right after the approval.
    const { create: write } = spine.payload.db
    const cut = vi
      .spyOn(spine.payload.db, 'create')
      .mockImplementation((args) =>
        args.data.type === 'published'
          ? Promise.reject(new Error('the process is gone'))
          : write.call(spine.payload.db, args),
      )
    await spine.act('dung', id, 'approve', { expected: 3 })
    cut.mockRestore()
    expect(await published(key)).toEqual([])
    spine.clock.set(later(21))
    expect(await round()).toBe(1)
    expect(await published(key)).toHaveLength(1)
  })

  it('remembers over a restart what it could not finish, and tries it again', async () => {
    const { id, key } = await spine.draft()
    for (const [person, action] of [
      ['an', 'submit'],
      ['binh', 'approve'],
      ['chi', 'approve'],
    ] as const)
      await spine.step(person, id, action)
    const { create: write } = spine.payload.db
    const cut = vi
      .spyOn(spine.payload.db, 'create')
      .mockImplementation((args) =>
        args.collection === 'publications'
          ? Promise.reject(new Error('the database hiccups'))
          : write.call(spine.payload.db, args),
      )
    await spine.act('dung', id, 'approve', { expected: 3 })
    expect(await keepReconciled(spine)()).toBe(0)
    cut.mockRestore()
    const free = await spine.draft()
    await spine.publish(free.id)
    spine.clock.set(later(60 * 24 * 7))
    expect(await keepReconciled(spine)()).toBe(1)
    expect(await published(key)).toHaveLength(1)
  })
})

it('an anchor holds the last row of every log, however many pages there are, and no page is found by counting', async () => {
  // The log of powers has a stream for each account.
  const { heads } = await takeAnchor(spine)
  const accounts = Object.keys(heads).length
  for (const [document, count] of [
    ['letters:a', 530],
    ['letters:b', 3],
    ['letters:c', 60],
  ] as const)
    for (let seq = 1; seq <= count; seq += 1) {
      const hash = sha256(`${document} ${seq}`)
      await create('workflow-events', { document, seq, type: 'x', at: MORNING, actor: 'x', data: '{}', hash })
      heads[document] = { seq, hash }
    }
  const find = vi.spyOn(spine.payload.db, 'find')
  const anchor = await takeAnchor(spine)
  const asked = find.mock.calls.map(([args]) => args as { page?: number; pagination?: boolean })
  find.mockRestore()
  expect(anchor).toMatchObject({ at: MORNING, count: accounts + 3, heads, root: sha256(canonicalJson(heads)) })
  for (const { page, pagination } of asked) expect([page, pagination]).toEqual([undefined, false])
  const seen: string[] = []
  for await (const row of allRows<{ at: string; document: string; seq: number }>({
    payload: spine.payload,
    collection: 'workflow-events',
    sort: ['at', 'document', 'seq'],
    columns: [],
  }))
    seen.push(`${row.document}#${String(row.seq).padStart(4, '0')}`)
  expect(seen).toHaveLength(593)
  expect(seen).toEqual([...new Set(seen)].sort())
})

it('a day has one anchor, however often the process starts on it', async () => {
  const { anchorer } = await import('../../src/process/rounds.ts')
  const environment = environmentOf(spine.dir, spine.databaseUri)
  const start = () => anchorer({ payload: spine.payload, clock: spine.clock, environment })()
  const kept = async () => (await readdir(path.join(environment.dataDir, 'anchors'))).sort()
  const { id } = await spine.draft()
  await spine.publish(id)
  await start()
  spine.clock.set('2026-11-23T16:59:59.000Z')
  await start()
  expect(await kept()).toEqual(['2026-11-23T03-00-00-000Z.json'])
  // Midnight in Viet Nam.
  spine.clock.set('2026-11-23T17:00:00.000Z')
  await start()
  expect(await kept()).toEqual(['2026-11-23T03-00-00-000Z.json', '2026-11-23T17-00-00-000Z.json'])
})
