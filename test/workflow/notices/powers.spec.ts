import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { workflowOptions } from '../../../plugins/workflow/index.ts'
import type { Login } from '../../support/portal.ts'
import { type Office, openOffice } from './support/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  // As outside the demo.
  workflowOptions(office.payload.config).powerRests = 24
  await office.at('2026-11-23 10:00')
})
afterEach(() => office.close())

const idOf = async (login: string): Promise<string> => {
  const { docs } = await office.payload.find({
    collection: 'users',
    where: { email: { equals: `${login}@demo.local` } },
  })
  return String(docs[0]!.id)
}
const change = async (by: Login, login: string, body: object) => {
  const { status } = await office.rest('PATCH', `/users/${await idOf(login)}`, { token: await office.as(by), body })
  expect(status).toBe(200)
}

describe('power that somebody was given', () => {
  it('is told to the heads at once, even at night and to those who want no mails, once', async () => {
    await office.account('deputy', { mails: 'none' })
    await office.at('2026-11-23 21:00')
    await office.arrived()
    await change('admin', 'author2', { role: 'secretary' })
    await office.at('2026-11-23 21:01')
    expect(await office.arrived()).toEqual([
      'deputy: Quyền duyệt thay đổi: Trần Quốc Bảo',
      'head: Quyền duyệt thay đổi: Trần Quốc Bảo',
    ])
    const text = await office.textTo('head')
    expect(text).toContain('Huỳnh Phương Nam đã thay đổi quyền')
    expect(text).toContain('chưa quyết định được cho đến 24/11/2026 21:00')
    expect(text).toContain('/admin/office')
    await office.at('2026-11-23 21:02')
    expect(await office.arrived()).toEqual([])
  })

  it('is told even if a head confirmed it meanwhile, and says so', async () => {
    await change('admin', 'author2', { role: 'secretary' })
    const confirmed = await office.rest('POST', `/workflow/people/${await idOf('author2')}/confirm`, {
      token: await office.as('deputy'),
      body: {},
    })
    expect(confirmed.status).toBe(200)
    await office.at('2026-11-23 10:01')
    expect((await office.arrived()).map((one) => one.split(':')[0])).toEqual(['deputy', 'head'])
    expect(await office.textTo('head')).toContain('Một lãnh đạo đã xác nhận.')
  })

  it('is a password that somebody else set, and no change that people make to their own account', async () => {
    await change('secretary', 'secretary', { name: 'Phạm Thị Thu Dung' })
    await office.at('2026-11-23 10:01')
    expect(await office.arrived()).toEqual([])
    await change('admin', 'secretary', { password: 'gio thoi qua song hau 1987' })
    await office.at('2026-11-23 10:02')
    expect(await office.arrived()).toEqual([
      'deputy: Quyền duyệt thay đổi: Phạm Thị Thu Dung',
      'head: Quyền duyệt thay đổi: Phạm Thị Thu Dung',
    ])
  })
})
