import { afterEach, beforeEach, expect, it } from 'vitest'
import { OPERATOR, pauseSending } from '../../plugins/digest/index.ts'
import { keepAnchor, takeAnchor, verify } from '../../plugins/workflow/index.ts'
import { type HttpServer, serveSystem } from '../http/server.ts'
import { type Portal, startPortal } from '../support/portal.ts'

interface Act {
  id: string
  seq: number
  hash: string
}

let portal: Portal
let anchorsDir: string
let server: HttpServer
beforeEach(async () => {
  portal = await startPortal()
  server = await serveSystem(portal)
  anchorsDir = `${portal.environment.dataDir}/anchors`
  const { payload, clock } = portal
  for (const kind of ['paused', 'resumed', 'paused'] as const)
    await pauseSending({ payload, clock, officer: OPERATOR, kind, scope: 'daily', reason: 'Máy chủ thư bảo trì' })
})
afterEach(() => server.stop())

const acts = async (): Promise<Act[]> =>
  (await portal.payload.db.find<Act>({ collection: 'digest-acts', sort: 'seq', limit: 0, pagination: false })).docs
const change = (id: string, data: Record<string, unknown>) =>
  portal.payload.db.updateOne({ collection: 'digest-acts', id, data })
const remove = ({ id }: Act) =>
  portal.payload.db.deleteOne({ collection: 'digest-acts', where: { id: { equals: id } } })
const faults = async () =>
  (await verify({ payload: portal.payload, anchorsDir })).faults.filter(({ store }) => store === 'digest-acts')

it('finds nothing wrong with what officers did at the mail desk', async () => {
  await keepAnchor(anchorsDir, await takeAnchor(portal))
  expect(await verify({ payload: portal.payload, anchorsDir })).toMatchObject({ faults: [], otherRows: 3 })
})

it('names a reason that was changed, a row that was removed and one whose number is none', async () => {
  const [, second, third] = await acts()
  await change(second!.id, { reason: 'khác' })
  expect(await faults()).toEqual([{ store: 'digest-acts', place: '#2', what: 'changed' }])
  await remove(second!)
  expect(await faults()).toEqual([{ store: 'digest-acts', place: '#2', what: 'missing' }])
  await change(third!.id, { seq: -3 })
  expect(await faults()).toContainEqual({ store: 'digest-acts', place: '#-3', what: 'has no number' })
})

it('names an end that was cut off, by an anchor', async () => {
  await keepAnchor(anchorsDir, await takeAnchor(portal))
  await remove((await acts())[2]!)
  expect(await faults()).toEqual([
    { store: 'digest-acts', place: 'log/digest-acts#3', what: expect.stringMatching(/^not as the anchor of /) },
  ])
})

it('tells the auditor of it in words', async () => {
  await keepAnchor(anchorsDir, await takeAnchor(portal))
  const [first, , third] = await acts()
  await change(first!.id, { byName: 'Người khác' })
  await remove(third!)
  const answer = await server.ask('/api/workflow/trail/verify', { method: 'POST', token: await portal.as('auditor') })
  expect(answer.json.faults).toMatchObject([
    { says: 'Sổ việc ở bàn bản tin, số 1: đã bị sửa.' },
    { says: 'Sổ việc ở bàn bản tin, số 3: không còn như mốc đối chiếu đã ghi.' },
  ])
})
