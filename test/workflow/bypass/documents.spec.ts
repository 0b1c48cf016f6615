import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lastSeq } from '../../../plugins/publications/index.ts'
import { verify } from '../../../plugins/workflow/index.ts'
import type { Login } from '../../support/portal.ts'
import { type Bypass, COLLECTIONS, type Governed, startBypass, type Target, TRIES_ALL } from './bypassing.ts'
import { type State, statesOf } from './states.ts'
import { refusalOf, SOME, THREE, type Write, writesOf } from './writes.ts'

let bypass: Bypass
const tried = { ways: 0, cells: 0, twins: 0 }
beforeAll(async () => {
  bypass = await startBypass()
})
afterAll(async () => {
  console.info(
    `bypass matrix, documents: ${tried.ways} ways in ${COLLECTIONS.length} collections, ${tried.cells} refused attempts, ${tried.twins} permitted twins`,
  )
  await bypass.portal.stop()
})

/**
 * The collection in which everyone tries everything in every state. The other collections differ in fields and hooks,
 * not in permissions. There, one person of each kind tries it in one state of each kind.
 */
const WHOLE: Governed = 'notices'
const ELSEWHERE: readonly State[] = [...THREE, 'editing', 'scheduled']

/**
 * Checks that every attempt is refused as expected and changes nothing, and that the same call succeeds where it is
 * permitted.
 */
const hold = async (collection: Governed, write: Write) => {
  const { name, call, whos } = write
  const whole = TRIES_ALL && collection === WHOLE
  const trying = whole ? whos : whos.filter((who) => who === 'inside' || SOME.includes(who))
  const states = (write.states ?? statesOf(collection)).filter((state) => whole || ELSEWHERE.includes(state))
  tried.ways += 1
  for (const state of states) {
    const target = await bypass.shared(collection, state)
    let before = await bypass.standing(target)
    for (const who of trying) {
      const refusal = refusalOf(write, who, state)
      if (!refusal) continue
      const { status, code } = await call(who, target)
      const said = `${name}: ${who}, ${collection}, ${state}`
      expect({ status, code }, said).toEqual(refusal)
      const after = await bypass.standing(target)
      expect(after, said).toEqual(before)
      before = after
      tried.cells += 1
    }
  }
  if (write.poisoned) return
  for (const who of trying) {
    if (refusalOf(write, who, 'draft')) continue
    const { status, code } = await call(who, await bypass.draft(collection))
    expect([200, 201], `${name}: the twin, by ${who}, ${collection}, answered ${status} ${code}`).toContain(status)
    tried.twins += 1
  }
}

describe.each(COLLECTIONS)('%s', (collection) => {
  it.each(writesOf(() => bypass).map((write) => [write.name, write] as const))(
    'are not changed past their approval by %s, and are by who may',
    (_, write) => hold(collection, write),
  )

  it('may be changed by their editor in the step of editing, and by nobody else', async () => {
    const [{ call }] = writesOf(() => bypass) as [Write]
    const target = await bypass.shared(collection, 'editing')
    expect((await call('editor', target)).status).toBe(200)
    expect((await call('author', target)).status).toBe(409)
  })

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

it('the trail bears all of it out', async () => {
  const { payload, dir } = bypass.portal
  expect((await verify({ payload, anchorsDir: `${dir}/none` })).faults).toEqual([])
})
