import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const write = async (method: string, url: string, body: object) =>
  portal.rest(method, url, { token: await portal.as('head'), body })

it.each(['all', '*'])(
  'a save for all languages at once (%s) is refused, because no check would see its texts',
  async (locale) => {
    const { body } = await write('POST', '/notices', { title: 'Một ngôn ngữ' })
    const { id } = body.doc as { id: string }
    for (const title of ['Tên', { vi: ' Tên ', km: 'ឈ្មោះ' }]) {
      const refused = { status: 400, body: { errors: [{ code: 'BAD_REQUEST' }] } }
      expect(await write('POST', `/notices?locale=${locale}`, { title })).toMatchObject(refused)
      expect(await write('PATCH', `/notices/${id}?locale=${locale}`, { title })).toMatchObject(refused)
      expect(await write('POST', `/globals/site?locale=${locale}`, { name: title })).toMatchObject(refused)
    }
  },
)

it.each(['vi', 'km', 'zh', 'en'])('a save in one language (%s) is taken, and all are read at once', async (locale) => {
  const made = await write('POST', `/notices?locale=vi`, { title: 'Tên', slug: `ten-${locale}` })
  const { id } = made.body.doc as { id: string }
  expect((await write('PATCH', `/notices/${id}?locale=${locale}`, { title: 'Tên khác' })).status).toBe(200)
  const { status, body } = await portal.rest('GET', `/notices/${id}?locale=all`, { token: await portal.as('head') })
  expect([status, (body.title as Record<string, string>)[locale]]).toEqual([200, 'Tên khác'])
})
