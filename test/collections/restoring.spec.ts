import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

/** A notice with two versions, and a request that restored the first one. */
const restored = async () => {
  const { payload } = portal
  const data = { title: 'Thông báo', summary: 'Tóm tắt', expiresOn: '2027-06-30' }
  const { id } = await payload.create({ collection: 'notices', data })
  await payload.update({ collection: 'notices', id, data: { title: 'Thông báo, sửa' } })
  const { docs } = await payload.findVersions({
    collection: 'notices',
    where: { parent: { equals: id } },
    sort: 'createdAt',
  })
  const req = await createLocalReq({}, payload)
  await payload.restoreVersion({ collection: 'notices', id: docs[0]!.id, req })
  return { id, data, req }
}

it('a save keeps what it does not mention, also in a request that restored a version before', async () => {
  const { id, data, req } = await restored()
  const saved = await portal.payload.update({ collection: 'notices', id, data: { title: 'Sửa lại' }, req })
  expect(saved).toMatchObject({ ...data, title: 'Sửa lại' })
})
