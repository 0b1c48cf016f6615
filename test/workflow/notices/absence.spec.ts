import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Login } from '../../support/portal.ts'
import { type Office, openOffice, type Written } from './support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(async () => {
  await office.payload.update({
    collection: 'users',
    where: { id: { exists: true } },
    data: { absentFrom: null, absentUntil: null },
  })
  await office.at('2026-11-23 10:00')
  await office.arrived()
})
afterAll(() => office.close())

const idOf = async (login: Login): Promise<string> => {
  const where = { email: { equals: `${login}@demo.local` } }
  return String((await office.payload.find({ collection: 'users', where })).docs[0]!.id)
}
const write = async (by: Login, login: Login, absentFrom: string | null, absentUntil: string | null) => {
  const { status, body } = await office.rest('PATCH', `/users/${await idOf(login)}`, {
    token: await office.as(by),
    body: { absentFrom, absentUntil },
  })
  const [error] = (body.errors ?? []) as { data?: { errors?: { path: string; message: string }[] } }[]
  return { status, faults: (error?.data?.errors ?? []).map(({ path, message }) => `${path}: ${message}`) }
}
const away = async (login: Login, from: string, until: string) =>
  expect(await write(login, login, from, until)).toEqual({ status: 200, faults: [] })
const view = async (text: Written) =>
  (await office.rest('GET', `/workflow/${text.collection}/${text.id}`, { token: await office.as('author') })).body
const submitted = async (title: string) => {
  const text = await office.write(title)
  await office.act('author', text, 'submit')
  return text
}
/** A text that waits for the heads. */
const atHeads = async (title: string) => {
  const text = await submitted(title)
  await office.act('editor', text, 'approve')
  return text
}
const desk = async (login: Login) =>
  (await office.rest('GET', '/workflow/tasks', { token: await office.as(login) })).body.absence

describe('an absence', () => {
  // First, because mails are told of in the order of their days.
  it('lets collected mails and summaries wait until the day of return, and nothing that is urgent', async () => {
    await away('editor', '2026-11-23', '2026-11-24')
    await away('deputy', '2026-11-23', '2026-11-24')
    await submitted('Không khẩn')
    await office.act('head', await office.write('Khẩn'), 'publish-urgently', { reason: 'Bão' })
    await office.at('2026-11-23 10:05')
    expect(await office.arrived()).toContain('deputy: Đã công bố khẩn: Khẩn')
    const toEditor = async () => (await office.arrived()).filter((one) => one.startsWith('editor'))
    for (const time of ['23 10:30', '23 11:00', '24 07:00', '24 08:30', '24 14:00']) await office.at(`2026-11-${time}`)
    expect(await toEditor()).toEqual([])
    await office.at('2026-11-25 07:00')
    const [summary, ...more] = await toEditor()
    expect(more).toEqual([])
    expect(summary).toMatch(/^editor: Việc ngày 25\/11\/2026: \d+ văn bản chờ bạn/)
    for (const time of ['08:30', '09:00', '09:30']) await office.at(`2026-11-25 ${time}`)
    expect(await toEditor()).toEqual([])
  })

  it('is written by people themselves and by an administrator, as days of the calendar in their order', async () => {
    await away('author', '23/11/2026', '5/12/2026')
    const where = { email: { equals: 'author@demo.local' } }
    const { docs } = await office.payload.find({ collection: 'users', where })
    expect(docs[0]).toMatchObject({ absentFrom: '2026-11-23', absentUntil: '2026-12-05' })
    expect((await write('admin', 'author', '2026-11-24', '2026-12-05')).status).toBe(200)
    expect((await write('editor', 'author', null, null)).status).toBe(403)
    expect(await write('head', 'head', '2026-12-05', '2026-12-01')).toEqual({
      status: 422,
      faults: ['absentUntil: Ngày cuối phải từ ngày đầu (05/12/2026) trở đi.'],
    })
    expect((await write('head', 'head', '2026-12-05', null)).faults).toEqual([
      'absentUntil: Xin ghi cả ngày đầu và ngày cuối; không vắng mặt thì để trống cả hai.',
    ])
    expect((await write('head', 'head', null, '2026-12-05')).faults[0]).toMatch(/^absentFrom: Xin ghi cả/)
    expect((await write('head', 'head', '2026-11-31', '2026-12-05')).faults[0]).toMatch(/^absentFrom: Ngày không đúng/)
    expect((await write('head', 'head', '2026-12-01', '2027-12-05')).faults[0]).toMatch(/quá một năm/)
  })

  it('stands beside the person, now and before it begins, until it is over', async () => {
    await away('editor', '2026-11-23', '2026-11-24')
    await away('deputy', '2026-12-01', '2026-12-04')
    const lines = async () => {
      const { body } = await office.rest('GET', '/workflow/people', { token: await office.as('head') })
      const people = body.people as { id: string; away: object | null; mayDo: string[] }[]
      const of = async (login: Login) => people.find((one) => one.id === String(ids.get(login)))!
      const ids = new Map([
        ['editor', await idOf('editor')],
        ['deputy', await idOf('deputy')],
      ])
      return { editor: await of('editor'), deputy: await of('deputy') }
    }
    const { editor, deputy } = await lines()
    expect(editor.away).toEqual({ from: '2026-11-23', until: '2026-11-24', now: true })
    expect(editor.mayDo.length).toBeGreaterThan(0)
    expect(deputy.away).toEqual({ from: '2026-12-01', until: '2026-12-04', now: false })
    await office.at('2026-11-25 00:30')
    expect((await lines()).editor.away).toBeNull()
  })

  it('of everybody who could decide is said of the text, with the day on which the first is back; power stays', async () => {
    const text = await atHeads('Chờ lãnh đạo')
    await away('head', '2026-11-20', '2026-11-27')
    expect(await view(text)).toMatchObject({ firstBack: null })
    await away('deputy', '2026-11-23', '2026-11-25')
    expect(await view(text)).toMatchObject({ firstBack: '2026-11-26' })
    // Whoever stands in for one of them is here.
    const made = await office.rest('POST', '/delegations', {
      token: await office.as('head'),
      body: {
        to: await idOf('auditor'),
        steps: ['approve'],
        validFrom: '2026-11-23T00:00:00.000Z',
        validTo: '2026-11-23T09:00:00.000Z',
        authority: '15/QĐ-BBT',
        capacity: 'KT.',
      },
    })
    expect(made.status).toBe(201)
    expect(await view(text)).toMatchObject({ firstBack: null })
    await office.at('2026-11-23 16:30')
    expect(await view(text)).toMatchObject({ firstBack: '2026-11-26' })
    await office.act('deputy', text, 'approve')
    expect(await view(text)).toMatchObject({ state: 'published', firstBack: null })
  })

  it('keeps steps from being assigned to the person, and says when they are back', async () => {
    const text = await atHeads('Giao việc')
    await away('deputy', '2026-11-23', '2026-11-25')
    await expect(office.act('head', text, 'assign', { to: 'deputy@demo.local' })).rejects.toThrow(
      'Người này vắng mặt đến 25/11/2026, trở lại ngày 26/11/2026; xin chọn người khác.',
    )
    await office.at('2026-11-26 08:00')
    await office.act('head', text, 'assign', { to: 'deputy@demo.local' })
  })

  it('is told to the person on their desk, with the way to delegate unless somebody stands in for them', async () => {
    expect(await desk('head')).toBeNull()
    await away('head', '2026-11-23', '2026-11-25')
    await away('author', '2026-11-23', '2026-11-25')
    expect(await desk('head')).toEqual({ until: '2026-11-25', uncovered: true })
    // Whoever decides nothing has nothing to hand over.
    expect(await desk('author')).toEqual({ until: '2026-11-25', uncovered: false })
    const made = await office.rest('POST', '/delegations', {
      token: await office.as('head'),
      body: {
        to: await idOf('deputy'),
        steps: ['authority'],
        validFrom: '2026-11-23',
        validTo: '2026-11-25',
        authority: '16/QĐ-BBT',
        capacity: 'KT.',
      },
    })
    expect(made.status).toBe(201)
    expect(await desk('head')).toEqual({ until: '2026-11-25', uncovered: false })
    await office.at('2026-11-26 08:00')
    expect(await desk('head')).toBeNull()
  })
})
