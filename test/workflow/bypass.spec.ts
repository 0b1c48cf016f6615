import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lastSeq } from '../../plugins/publications/index.ts'
import { verify } from '../../plugins/workflow/index.ts'
import type { Login } from '../support/portal.ts'
import { type Attempt, attemptsOf, RECORDS, recordAttempts } from './bypassAttempts.ts'
import { type Bypass, COLLECTIONS, type Governed, STATES, startBypass, type Target } from './bypassing.ts'

let bypass: Bypass
beforeAll(async () => {
  bypass = await startBypass()
})
afterAll(() => bypass.portal.stop())

/** Every attempt is refused as it should be and leaves nothing; its twin, the same call by who may, succeeds. */
const hold = async (collection: Governed, { name, call, refused, twin }: Attempt) => {
  for (const { who, state, poison = {}, status, code } of refused) {
    const target = await bypass.shared(collection, state)
    const before = await bypass.standing(target)
    const answer = await call(who, target, poison)
    const said = `${name}: ${who}, ${collection}, ${state}, ${JSON.stringify(poison)}`
    expect({ status: answer.status, code: answer.code }, said).toEqual({ status, code })
    expect(await bypass.standing(target), said).toEqual(before)
  }
  const answer = await call(twin, await bypass.draft(collection), {})
  expect([200, 201], `${name}: the twin, by ${twin}, answered ${answer.status} ${answer.code}`).toContain(answer.status)
}

describe.each(COLLECTIONS)('%s', (collection) => {
  it.each(attemptsOf(() => bypass).map((attempt) => [attempt.name, attempt] as const))(
    'are not changed past their approval by %s, and are by who may',
    (_, attempt) => hold(collection, attempt),
  )

  it('say to their writers when they may be changed, and when not', async () => {
    const may = async (who: Login, target: Target): Promise<boolean> => {
      const { doc } = await bypass.rest(who, 'POST', `/${collection}/access/${target.id}`)
      const { update } = doc as { update?: true | { permission: boolean } }
      return update === true || update?.permission === true
    }
    const draft = await bypass.shared(collection, 'draft')
    const approving = await bypass.shared(collection, 'approving')
    const editing = await bypass.shared(collection, 'editing')
    for (const who of ['author', 'editor', 'secretary', 'head'] as const) {
      expect(await may(who, draft), who).toBe(true)
      expect(await may(who, approving), who).toBe(false)
      expect(await may(who, editing), who).toBe(who === 'editor')
    }
    for (const who of ['auditor', 'mail', 'admin'] as const) expect(await may(who, draft), who).toBe(false)
  })

  it('take neither key nor editor nor state from a request, and take the rest of it', async () => {
    const target = await bypass.draft(collection)
    const read = () =>
      bypass.portal.payload.findByID({
        collection,
        id: target.id,
        depth: 0,
        showHiddenFields: true,
      }) as Promise<unknown>
    const { key } = (await read()) as { key: string }
    const poison = { key: 'mine', editedBy: 'somebody', 'editedBy.vi': 'x', workflowState: 'published' }
    const { id: author } = ((await bypass.rest('author', 'GET', '/users/me')).doc as { user: { id: string } }).user
    expect(
      (await bypass.rest('author', 'PATCH', `/${collection}/${target.id}`, { title: 'Sửa', ...poison })).status,
    ).toBe(200)
    expect(await read()).toMatchObject({ title: 'Sửa', key, editedBy: author, workflowState: 'draft' })
    await bypass.portal.payload.update({ collection, id: target.id, data: { title: 'Sửa nữa', ...poison } })
    expect(await read()).toMatchObject({ title: 'Sửa nữa', key, editedBy: 'system', workflowState: 'draft' })
    const copy = await bypass.rest('author', 'POST', `/${collection}/${target.id}/duplicate`, {})
    expect(copy.doc!.key).not.toBe(key)
  })

  it('are not published by a row changed below every operation', async () => {
    const { id } = await bypass.draft(collection)
    const before = await lastSeq(bypass.portal)
    await bypass.portal.payload.db.updateOne({ collection, id, data: { workflowState: 'published' } })
    expect(await lastSeq(bypass.portal)).toBe(before)
    const { doc } = await bypass.rest('head', 'GET', `/workflow/${collection}/${id}`)
    expect(doc).toMatchObject({ state: 'draft', url: null, edition: 0 })
  })
})

describe.each(RECORDS)('%s', (record) => {
  it('are written by nobody through any operation, and read by who may', async () => {
    await bypass.shared('notices', 'withdrawn')
    const { payload } = bypass.portal
    const everything = async () =>
      (await payload.db.find({ collection: record, limit: 0, pagination: false, sort: 'id' })).docs
    const before = await everything()
    expect(before.length).toBeGreaterThan(0)
    const row = before[0] as unknown as { id: string }
    for (const { name, call } of recordAttempts(() => bypass, record, row))
      for (const who of ['author', 'head', 'auditor', 'admin', 'inside'] as const)
        expect(await call(who).then(({ status, code }) => ({ status, code })), `${name} by ${who}`).toEqual({
          status: 403,
          code: 'FORBIDDEN',
        })
    for (const { name, call } of recordAttempts(() => bypass, record, row))
      expect(await call('nobody'), `${name} by nobody`).toMatchObject({ status: 401 })
    expect(await everything()).toEqual(before)
    expect(await bypass.rest('auditor', 'GET', `/${record}/${row.id}`)).toMatchObject({
      status: 200,
      doc: { id: row.id },
    })
    expect((await bypass.rest('author', 'GET', `/${record}/${row.id}`)).status).toBe(403)
  })
})

it('the states that were tried are the ones there are, and the trail bears all of it out', async () => {
  for (const state of STATES) {
    const { collection, id } = await bypass.shared('notices', state)
    const { doc } = await bypass.rest('auditor', 'GET', `/workflow/${collection}/${id}`)
    const expected = {
      draft: 'draft',
      editing: 'in_review',
      approving: 'in_review',
      published: 'published',
      withdrawn: 'withdrawn',
    }
    expect(doc!.state).toBe(expected[state])
  }
  const { payload, dir } = bypass.portal
  expect((await verify({ payload, anchorsDir: `${dir}/none` })).faults).toEqual([])
})
