import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verify, workflowOptions } from '../../plugins/workflow/index.ts'
import { handedTo } from '../../plugins/workflow/useCases/delegations.ts'
import { logRowsOf } from '../support/logRows.ts'
import { type Person, type Spine, startSpine } from '../support/spine.ts'

const NOW = '2026-11-27T02:00:00.000Z'
const LATER = '2026-12-15T02:00:00.000Z'
const END = '2026-12-11T17:00:00.000Z'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine({ at: NOW })
})
beforeEach(() => spine.clock.set(NOW))
/** Delegations of the running test. */
const open: [Person, string][] = []
afterEach(async () => {
  for (const [from, id] of open.splice(0)) await end(from, id)
})
afterAll(() => spine.stop())

const WHY = { reason: 'Ban hành nhầm' }
const AN_OFFICE = { steps: ['approve'], validFrom: NOW, validTo: END, authority: '15/QĐ-BBT', capacity: 'KT.' }
const make = (from: Person, to: Person, more: object = {}) =>
  spine.rest('POST', '/delegations', {
    token: spine.tokens[from],
    body: { ...AN_OFFICE, to: spine.ids[to], ...more },
  })
const made = async (from: Person, to: Person, more: object = {}): Promise<string> => {
  const { status, body } = await make(from, to, more)
  if (status !== 201) throw new Error(JSON.stringify(body))
  const { id } = body.doc as { id: string }
  open.push([from, id])
  return id
}
const end = (by: Person, id: string) =>
  spine.rest('POST', `/workflow/delegations/${id}/end`, { token: spine.tokens[by], body: {} })
const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) =>
  (body.errors as { code: string }[] | undefined)?.[0]?.code ?? status
const act = async (person: Person, id: string, action: string, body: object = {}) => {
  const { seq: expected } = await spine.view(person, id)
  return codeOf(await spine.act(person, id, action, { expected, ...body }))
}
/** A letter that waits for the head. */
const atHead = async (data = {}) => {
  const letter = await spine.draft(data)
  await spine.step('an', letter.id, 'submit')
  await spine.step('binh', letter.id, 'approve')
  await spine.step('chi', letter.id, 'approve')
  return letter
}
const audit = async () => (await verify({ payload: spine.payload, anchorsDir: `${spine.dir}/anchors` })).faults

describe('a delegate', () => {
  it('decides what was handed over, in the capacity that is printed, and only while it holds', async () => {
    const { id, key } = await atHead()
    expect(await act('quan', id, 'approve')).toBe('WORKFLOW_NOT_YOUR_STEP')
    const delegation = await made('dung', 'quan')
    const view = await spine.view('quan', id)
    expect(view.allowed).toContainEqual({
      action: 'approve',
      ok: true,
      as: [{ id: delegation, name: 'dung', capacity: 'KT. Chức danh dung' }],
    })
    expect((await spine.rest('GET', '/workflow/tasks/waiting', { token: spine.tokens.quan })).body).toEqual({
      waiting: 1,
    })
    const after = await spine.step('quan', id, 'approve')
    expect(after).toMatchObject({ state: 'published' })
    expect((after.timeline as object[]).slice(-2)).toMatchObject([
      {
        type: 'approved',
        by: 'quan',
        onBehalfOf: 'dung',
        authority: '15/QĐ-BBT',
        capacity: 'KT. Chức danh dung, Chức danh quan',
      },
      { type: 'published', by: 'quan', onBehalfOf: 'dung' },
    ])
    expect((await logRowsOf(spine.payload, 'letters', key))[0]).toMatchObject({
      capacities: expect.stringContaining('KT. Chức danh dung, Chức danh quan'),
    })
    expect(await act('quan', id, 'withdraw', WHY)).toBe('FORBIDDEN')

    const late = await atHead()
    spine.clock.set(LATER)
    expect(await act('quan', late.id, 'approve')).toBe('WORKFLOW_NOT_YOUR_STEP')
    expect(await act('quan', late.id, 'approve', { as: delegation })).toBe('WORKFLOW_DELEGATION_INVALID')
    expect(await audit()).toEqual([])
  })

  it('decides nothing before it begins, and nothing once either of the two ended it', async () => {
    const { id } = await atHead()
    for (const by of ['dung', 'quan'] as const) {
      const delegation = await made('dung', 'quan')
      expect(codeOf(await end('em', delegation))).toBe('NOT_FOUND')
      expect(codeOf(await end(by, delegation))).toBe(200)
      expect(codeOf(await end(by, delegation))).toBe('WORKFLOW_DELEGATION_INVALID')
      expect(await act('quan', id, 'approve')).toBe('WORKFLOW_NOT_YOUR_STEP')
    }
    const soon = await made('dung', 'quan', { validFrom: '2026-12-01T00:00:00.000Z' })
    expect(await act('quan', id, 'approve', { as: soon })).toBe('WORKFLOW_DELEGATION_INVALID')
  })

  it('inherits the conflicts of whoever delegated, and lends them theirs', async () => {
    const written = await spine.draft()
    await spine.rest('PATCH', `/letters/${written.id}`, { token: spine.tokens.dung, body: { title: 'Dung sửa' } })
    await spine.step('an', written.id, 'submit')
    await spine.step('binh', written.id, 'approve')
    await spine.step('chi', written.id, 'approve')
    // Dung wrote it; Quan did nothing.
    const delegation = await made('dung', 'quan')
    expect(await act('quan', written.id, 'approve')).toBe('WORKFLOW_CONFLICT_OF_DUTY')
    await end('dung', delegation)
    // Dung did nothing; Chi approved it a step before.
    await made('dung', 'chi', { steps: 'authority' })
    const { id } = await atHead()
    expect(await act('chi', id, 'approve')).toBe('WORKFLOW_CONFLICT_OF_DUTY')
  })

  it('decides in the collections that were handed over', async () => {
    await made('dung', 'quan', { collections: ['letters'] })
    const { payload, clock } = spine
    const asked = { payload, options: workflowOptions(payload.config), person: spine.ids.quan, now: clock.now() }
    expect(await handedTo({ ...asked, collection: 'letters' })).toHaveLength(1)
    expect(await handedTo({ ...asked, collection: 'others' })).toEqual([])
  })

  it('who names a delegation that is none is told first that the page is old', async () => {
    const { id } = await atHead()
    const asked = (body: object) => spine.act('quan', id, 'approve', { as: 'none', ...body })
    expect(codeOf(await asked({}))).toBe('WORKFLOW_EXPECTED_MISSING')
    expect(codeOf(await asked({ expected: 1 }))).toBe('WORKFLOW_STALE')
    expect(codeOf(await asked({ expected: 3 }))).toBe('WORKFLOW_DELEGATION_INVALID')
  })

  it('publishes urgently in the place of a head, who then cannot ratify it; the other head can', async () => {
    await made('dung', 'chi', { steps: 'authority' })
    const { id } = await spine.draft()
    await spine.step('chi', id, 'publish-urgently', WHY)
    expect(await act('chi', id, 'ratify')).toBe('WORKFLOW_CONFLICT_OF_DUTY')
    expect(await act('dung', id, 'ratify')).toBe('WORKFLOW_CONFLICT_OF_DUTY')
    expect(await act('em', id, 'ratify')).toBe(200)
    expect(await audit()).toEqual([])
  })

  it('of two people says in whose place; a delegate passes nothing on', async () => {
    await made('dung', 'quan')
    const second = await made('em', 'quan')
    const { id } = await atHead()
    expect(await act('quan', id, 'approve')).toBe('WORKFLOW_DELEGATION_INVALID')
    expect(codeOf(await make('quan', 'giam'))).not.toBe(201)
    expect(await act('quan', id, 'approve', { as: second })).toBe(200)
  })

  it('has no power any more once whoever delegated has left', async () => {
    await made('em', 'quan')
    const { id } = await atHead()
    const where = { id: { equals: spine.ids.em } }
    await spine.payload.db.updateOne({ collection: 'users', where, data: { active: false } })
    expect(await act('quan', id, 'approve')).toBe('WORKFLOW_NOT_YOUR_STEP')
    await spine.payload.db.updateOne({ collection: 'users', where, data: { active: true } })
  })
})

describe('a delegation', () => {
  it.each([
    ['to oneself', 'dung', 'dung', {}, 'to'],
    ['of nothing', 'dung', 'quan', { steps: [] }, undefined],
    ['of what is not theirs', 'chi', 'quan', { steps: ['approve'] }, 'steps'],
    ['of an editing step', 'dung', 'quan', { steps: ['edit'] }, undefined],
    ['without a document', 'dung', 'quan', { authority: ' \u200b ' }, 'authority'],
    ['that ends before it begins', 'dung', 'quan', { validTo: '2026-11-01T00:00:00Z' }, 'validTo'],
    ['for more than a year', 'dung', 'quan', { validTo: '2028-01-01T00:00:00Z' }, 'validTo'],
    ['in a capacity that is none', 'dung', 'quan', { capacity: 'X.' }, undefined],
  ] as const)('%s is refused', async (_, from, to, more, path) => {
    const answer = await make(from, to, more)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    if (path)
      expect(answer).toMatchObject({
        status: 403,
        body: { errors: [{ code: 'WORKFLOW_DELEGATION_INVALID', fields: [{ path }] }] },
      })
  })

  it.each([
    {},
    { to: null, validFrom: 'hôm nay', validTo: '2026-02-31T00:00:00Z', steps: { a: 1 }, authority: 7 },
    { validFrom: '2026-13-99T00:00:00Z', validTo: '9999-99-99T99:99:99Z', steps: ['approve'] },
  ])('of odd values is refused as invalid: %j', async (body) => {
    const { status } = await spine.rest('POST', '/delegations', { token: spine.tokens.dung, body })
    expect([403, 422]).toContain(status)
  })

  it('in a circle is refused, and by whoever decides nothing too', async () => {
    const delegation = await made('dung', 'em')
    expect(codeOf(await make('em', 'dung'))).toBe('WORKFLOW_DELEGATION_INVALID')
    await end('dung', delegation)
    expect((await make('an', 'quan')).status).toBe(403)
    expect((await spine.rest('POST', '/delegations', { body: { ...AN_OFFICE, to: spine.ids.quan } })).status).toBe(401)
  })

  it('is made in their own name alone, is never changed, and is not deleted, by any API', async () => {
    const id = await made('dung', 'quan', { from: spine.ids.em })
    const row = await spine.payload.findByID({ collection: 'delegations', id, depth: 0 })
    expect(row).toMatchObject({ from: spine.ids.dung })
    const change = { validTo: LATER, to: spine.ids.giam }
    const { token } = { token: spine.tokens.dung }
    expect((await spine.rest('PATCH', `/delegations/${id}`, { token, body: change })).status).toBe(403)
    expect((await spine.rest('DELETE', `/delegations/${id}`, { token })).status).toBe(403)
    const local = { collection: 'delegations', id, overrideAccess: true } as const
    await expect(spine.payload.update({ ...local, data: change })).rejects.toThrow('không sửa được')
    await expect(spine.payload.delete(local)).rejects.toThrow('không sửa được')
    const data = { ...AN_OFFICE, from: spine.ids.dung, to: spine.ids.giam }
    await expect(spine.payload.create({ collection: 'delegations', data, overrideAccess: true })).rejects.toThrow(
      'đăng nhập',
    )
  })

  it('gives no power when its row was written or changed past the log', async () => {
    const { id } = await atHead()
    const row = { ...AN_OFFICE, from: spine.ids.dung, to: spine.ids.quan, collections: [] }
    const forged = await spine.payload.db.create({ collection: 'delegations', data: row })
    expect(await act('quan', id, 'approve', { as: String(forged.id) })).toBe('WORKFLOW_DELEGATION_INVALID')
    const delegation = await made('dung', 'giam')
    const where = { id: { equals: delegation } }
    await spine.payload.db.updateOne({ collection: 'delegations', where, data: { to: spine.ids.quan } })
    expect(await act('quan', id, 'approve')).toBe('WORKFLOW_NOT_YOUR_STEP')
    await spine.payload.db.updateOne({ collection: 'delegations', where, data: { to: spine.ids.giam } })
    await end('dung', delegation)
    await spine.payload.db.updateOne({ collection: 'delegations', where, data: { endedAt: null } })
    expect(await act('giam', id, 'approve')).toBe('WORKFLOW_NOT_YOUR_STEP')
  })

  it('leaves a chained row that the audit checks', async () => {
    await end('dung', await made('dung', 'quan'))
    const where = { type: { equals: 'delegationEnded' } }
    expect(await audit()).toEqual([])
    const { docs } = await spine.payload.db.find<{ id: string; actorName: string }>({
      collection: 'workflow-powers',
      where,
      sort: '-at',
      limit: 1,
    })
    const one = { id: { equals: docs[0]!.id } }
    await spine.payload.db.updateOne({ collection: 'workflow-powers', where: one, data: { actorName: 'Khác' } })
    expect(await audit()).toMatchObject([{ store: 'workflow-powers' }])
    await spine.payload.db.updateOne({
      collection: 'workflow-powers',
      where: one,
      data: { actorName: docs[0]!.actorName },
    })
  })

  it('is seen by the two people it binds, and by those who read the records', async () => {
    const id = await made('dung', 'quan')
    expect((await spine.rest('GET', `/delegations/${id}`, { token: spine.tokens.quan })).status).toBe(200)
    expect((await spine.rest('GET', `/delegations/${id}`, {})).status).toBe(401)
  })
})
