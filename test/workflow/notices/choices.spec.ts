import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Office, openOffice, type Written } from './support/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await office.at('2026-11-23 10:00')
})
afterEach(() => office.close())

const submitted = async (title: string): Promise<Written> => {
  const text = await office.write(title)
  await office.act('author', text, 'submit')
  return text
}
const collected = async () => {
  await office.at('2026-11-23 10:01')
  await office.at('2026-11-23 10:30')
  return office.arrived()
}

describe('a person who wants', () => {
  it('only what is urgent gets neither collected mails nor summaries, and none of them later', async () => {
    await office.account('editor', { mails: 'urgent' })
    await submitted('Không báo')
    expect(await collected()).toEqual([])
    await office.at('2026-11-24 07:00')
    expect(await office.arrived()).toEqual([])
    await office.account('editor', { mails: 'all' })
    await office.at('2026-11-24 07:30')
    expect(await office.arrived()).toEqual([])
    expect(await office.notices()).toMatchObject([{ kind: 'arrived', state: 'dropped' }])
  })

  it('none is still told of acts that took effect at once, and of nothing else', async () => {
    await office.account('deputy', { mails: 'none' })
    await office.account('secretary', { mails: 'none' })
    await office.act('head', await office.write('Cảnh báo bão'), 'publish-urgently', { reason: 'Bão' })
    await submitted('Việc thường')
    await office.at('2026-11-23 10:01')
    expect(await office.arrived()).toEqual(['deputy: Đã công bố khẩn: Cảnh báo bão'])
    // The step is overdue too, which escalates to the secretary as well.
    await office.at('2026-11-25 10:30')
    expect((await office.arrived()).filter((one) => /^(deputy|secretary)/.test(one))).toEqual([
      'secretary: Quá hạn phê chuẩn: Cảnh báo bão',
    ])
  })

  it('something else changes their mind while a mail waits', async () => {
    await submitted('Đổi ý')
    await office.at('2026-11-23 10:01')
    office.mailbox.refuse.recipient = '450 4.2.0 later'
    await office.at('2026-11-23 10:30')
    await office.account('editor', { mails: 'none' })
    office.mailbox.refuse.recipient = undefined
    await office.at('2026-11-23 10:40')
    expect(await office.arrived()).toEqual([])
  })

  it('mails in English gets them so', async () => {
    await office.account('editor', { mailLanguage: 'en' })
    await submitted('Thông báo mới')
    expect(await collected()).toEqual(['editor: Waiting for you: Thông báo mới'])
    expect(await office.textTo('editor')).toContain('Step: Edit and verify')
    const html = String((await office.mailbox.parsed()).at(-1)!.html)
    expect(html).toContain('<html lang="en">')
    expect(html).toMatch(/<a href="[^"]+" lang="vi">Thông báo mới<\/a>/)
  })
})

describe('nothing reaches', () => {
  it('who left, even if their mail was on its way', async () => {
    await submitted('Nghỉ việc')
    await office.at('2026-11-23 10:01')
    office.mailbox.refuse.recipient = '450 4.2.0 later'
    await office.at('2026-11-23 10:30')
    await office.account('editor', { active: false })
    office.mailbox.refuse.recipient = undefined
    await submitted('Sau đó')
    for (const time of ['23 10:40', '23 11:00', '24 07:00']) await office.at(`2026-11-${time}`)
    expect(await office.arrived()).toEqual([])
  })

  it('who is locked out, until the lock is over', async () => {
    await office.account('editor', { lockUntil: '2026-11-23T03:45:00.000Z' })
    await submitted('Khóa tạm')
    expect(await collected()).toEqual([])
    await office.at('2026-11-23 11:00')
    expect(await office.arrived()).toEqual(['editor: Chờ bạn giải quyết: Khóa tạm'])
  })
})

describe('the choice', () => {
  const change = async (by: 'editor' | 'admin' | 'head', data: object) => {
    const { docs } = await office.payload.find({
      collection: 'users',
      where: { email: { equals: 'editor@demo.local' } },
    })
    const id = (docs[0] as { id: string }).id
    await office.rest('PATCH', `/users/${id}`, { token: await office.as(by), body: data })
    return (await office.payload.findByID({ collection: 'users', id })) as { mails?: string; mailLanguage?: string }
  }

  it('is made by each person for themselves, and by nobody else', async () => {
    expect(await change('editor', { mails: 'urgent', mailLanguage: 'en' })).toMatchObject({
      mails: 'urgent',
      mailLanguage: 'en',
    })
    for (const other of ['admin', 'head'] as const)
      expect(await change(other, { mails: 'none', mailLanguage: 'vi' })).toMatchObject({
        mails: 'urgent',
        mailLanguage: 'en',
      })
  })
})
