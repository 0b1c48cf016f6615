import { afterEach, beforeEach, expect, it } from 'vitest'
import { canonicalJson, sha256 } from '../../plugins/publications/index.ts'
import { finish, reconcile, runDue, verifyDefinitions } from '../../plugins/workflow/index.ts'
import { logRowsOf } from '../support/logRows.ts'
import { chain, type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
beforeEach(async () => {
  spine = await startSpine()
})
afterEach(() => spine.stop())

const HASH = sha256(canonicalJson(chain))
/** Clears the process's cache of definitions, as a restart does. */
const restart = () => {
  for (const symbol of Object.getOwnPropertySymbols(spine.payload))
    if (symbol.description === 'congbo.workflow.definitions') Reflect.deleteProperty(spine.payload, symbol)
}
const rewrite = async (bytes: string) => {
  const found = await spine.payload.db.findOne<{ id: string }>({
    collection: 'workflow-definitions',
    where: { hash: { equals: HASH } },
  })
  await spine.payload.db.updateOne({ collection: 'workflow-definitions', id: found!.id, data: { bytes } })
  restart()
}
/** The stored chain reduced to its last step. */
const shortened = canonicalJson({ ...chain, steps: chain.steps.slice(-1) })
const CHANGED = {
  status: 409,
  body: { errors: [{ code: 'WORKFLOW_DEFINITION_CHANGED', message: expect.any(String) }] },
}

it('lets no run skip a step when its stored definition was shortened: it stands still, and goes on once it is mended', async () => {
  const { id, key } = await spine.draft()
  await spine.step('an', id, 'submit')
  await rewrite(shortened)
  for (const [person, action] of [
    ['dung', 'approve'],
    ['binh', 'approve'],
    ['an', 'recall'],
  ] as const)
    expect(await spine.act(person, id, action, { expected: 1 })).toMatchObject(CHANGED)
  expect(await spine.rest('GET', `/workflow/letters/${id}`, { token: spine.tokens.an })).toMatchObject(CHANGED)
  const patch = { token: spine.tokens.binh, body: { title: 'Sửa' } }
  expect(await spine.rest('PATCH', `/letters/${id}`, patch)).toMatchObject(CHANGED)
  expect((await spine.rest('DELETE', `/letters/${id}`, { token: spine.tokens.an })).status).toBe(409)
  expect(await logRowsOf(spine.payload, 'letters', key)).toEqual([])
  await rewrite(canonicalJson(chain))
  for (const person of ['binh', 'chi', 'dung'] as const) await spine.step(person, id, 'approve')
  expect(await spine.view('an', id)).toMatchObject({ state: 'published', seq: 5 })
})

it('begins no run with a definition whose stored bytes are others', async () => {
  const first = await spine.draft()
  await spine.step('an', first.id, 'submit')
  await rewrite(shortened)
  const { id } = await spine.draft()
  expect(await spine.act('an', id, 'submit', { expected: 0 })).toMatchObject(CHANGED)
  expect(await spine.view('an', id)).toMatchObject({ state: 'draft', seq: 0 })
  expect((await spine.rest('PATCH', `/letters/${id}`, { token: spine.tokens.an, body: { title: 'Sửa' } })).status).toBe(
    200,
  )
})

it('lets other documents go on, in a round of the worker too', async () => {
  const still = await spine.draft()
  await spine.step('an', still.id, 'submit')
  const free = await spine.draft()
  await rewrite('{broken')
  await expect(finish(spine.payload, { collection: 'letters', key: still.key })).rejects.toThrow(HASH)
  await finish(spine.payload, { collection: 'letters', key: free.key })
  await reconcile(spine)
  await runDue(spine)
})

it('is named by its hash, page by page, and nothing is named when all is as it was kept', async () => {
  const { id } = await spine.draft()
  await spine.step('an', id, 'submit')
  for (let n = 0; n < 501; n += 1) {
    const bytes = canonicalJson({ ...chain, name: `chain ${n}` })
    await spine.payload.db.create({
      collection: 'workflow-definitions',
      data: { hash: sha256(bytes), name: `chain ${n}`, bytes },
    })
  }
  expect(await verifyDefinitions(spine.payload)).toEqual({ definitions: 502, faults: [] })
  await rewrite(shortened)
  expect(await verifyDefinitions(spine.payload)).toEqual({
    definitions: 502,
    faults: [{ hash: HASH, name: 'chain', what: 'changed' }],
  })
})
