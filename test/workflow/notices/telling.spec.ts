import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Office, openOffice } from './support/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  // The first round begins to follow the trail.
  await office.at('2026-11-23 10:00')
})
afterEach(() => office.close())

describe('a text that arrives at a step', () => {
  it('is told to those who may decide, collected, once', async () => {
    for (const title of ['Thông báo một', 'Thông báo hai'])
      await office.act('author', await office.write(title), 'submit')
    await office.at('2026-11-23 10:05')
    expect(await office.arrived()).toEqual([])
    await office.at('2026-11-23 10:30')
    expect(await office.arrived()).toEqual(['editor: 2 văn bản chờ bạn giải quyết'])
    const text = await office.textTo('editor')
    expect(text).toContain('Thông báo một')
    expect(text).toContain('Thông báo hai')
    expect(text).toContain('Bước: Biên tập, thẩm định')
    for (const time of ['10:31', '11:00', '13:30', '16:59']) await office.at(`2026-11-23 ${time}`)
    expect(await office.arrived()).toEqual([])
  })

  it('is told to nobody who cannot decide: neither who sent it there, nor who wrote it, nor other roles', async () => {
    const text = await office.write('Do lãnh đạo soạn', 'head')
    await office.act('head', text, 'submit')
    await office.at('2026-11-23 10:01')
    await office.act('editor', text, 'approve')
    await office.at('2026-11-23 10:02')
    await office.at('2026-11-23 10:30')
    // The editor has passed it on, the head wrote it.
    expect(await office.arrived()).toEqual(['deputy: Chờ bạn giải quyết: Do lãnh đạo soạn'])
  })

  it('is not told any more when somebody decided or took it meanwhile', async () => {
    const [decided, claimed] = [await office.write('Đã giải quyết'), await office.write('Đã nhận')]
    for (const text of [decided, claimed]) {
      await office.act('author', text, 'submit')
      await office.act('editor', text, 'approve')
    }
    await office.at('2026-11-23 10:05')
    await office.act('head', decided, 'approve')
    await office.act('deputy', claimed, 'claim')
    await office.at('2026-11-23 10:06')
    await office.at('2026-11-23 10:30')
    // The deputy works on the second; the author learns of the first.
    expect(await office.arrived()).toEqual(['author: Đã công bố: Đã giải quyết', 'deputy: Chờ bạn giải quyết: Đã nhận'])
  })

  it('outside working time waits for the summary of the next working day', async () => {
    await office.at('2026-11-27 17:30')
    await office.arrived()
    await office.act('author', await office.write('Cuối tuần'), 'submit')
    for (const time of ['27 22:00', '28 09:00', '29 09:00', '30 06:59']) await office.at(`2026-11-${time}`)
    expect(await office.arrived()).toEqual([])
    await office.at('2026-11-30 07:00')
    expect(await office.arrived()).toEqual(['editor: Việc ngày 30/11/2026: 1 văn bản chờ bạn'])
    await office.at('2026-11-30 07:30')
    expect(await office.arrived()).toEqual([])
  })

  it('over Tết waits until people work again', async () => {
    await office.at('2026-02-13 16:50')
    await office.act('author', await office.write('Trước Tết'), 'submit')
    await office.at('2026-02-13 16:55')
    for (const day of ['14', '16', '17', '18', '19', '20', '21', '22']) await office.at(`2026-02-${day} 09:00`)
    expect(await office.arrived()).toEqual([])
    await office.at('2026-02-23 07:10')
    expect(await office.arrived()).toEqual(['editor: Việc ngày 23/02/2026: 1 văn bản chờ bạn'])
  })
})

describe('the summary of a working day', () => {
  it('has everything that waits, what is overdue first, and is sent once', async () => {
    const titles = ['Nộp trước', 'Nộp sau']
    for (const [index, title] of titles.entries()) {
      await office.at(`2026-11-${23 + index} 13:00`)
      await office.act('author', await office.write(title), 'submit')
    }
    await office.at('2026-11-26 06:00')
    await office.arrived()
    // Sixteen working hours after Monday, one in the afternoon, is Wednesday at eleven.
    await office.at('2026-11-26 07:00')
    expect(await office.arrived()).toEqual(['editor: Việc ngày 26/11/2026: 2 văn bản chờ bạn, 1 quá hạn'])
    const text = await office.textTo('editor')
    expect(text.indexOf('Nộp trước')).toBeLessThan(text.indexOf('Nộp sau'))
    expect(text).toMatch(/Quá hạn từ 25\/11\/2026 11:00/)
    await office.at('2026-11-26 07:01')
    await office.at('2026-11-26 07:30')
    expect(await office.arrived()).toEqual([])
  })

  it('after an outage of days is one mail, with what became of texts meanwhile', async () => {
    const refused = await office.write('Bị từ chối')
    await office.act('author', refused, 'submit')
    await office.act('editor', refused, 'refuse', { reason: 'Trùng nội dung' })
    for (const title of ['Một', 'Hai', 'Ba']) await office.act('author', await office.write(title), 'submit')
    await office.at('2026-12-04 14:20')
    expect(await office.arrived()).toEqual([
      'author: Việc ngày 04/12/2026: 1 tin về văn bản của bạn',
      'editor: Việc ngày 04/12/2026: 3 văn bản chờ bạn, 3 quá hạn',
      // Whom the steps escalate to.
      'secretary: 3 việc cần xem ngay',
    ])
    expect(await office.textTo('author')).toContain('Lý do: Trùng nội dung')
    for (const time of ['14:25', '14:30', '15:00']) await office.at(`2026-12-04 ${time}`)
    expect(await office.arrived()).toEqual([])
  })
})

describe('who stands in for a head', () => {
  it('is told of what they may decide in that place, while it holds', async () => {
    const { docs } = await office.payload.find({ collection: 'users', pagination: false, showHiddenFields: true })
    const idOf = (login: string) =>
      (docs as unknown as { id: string; email: string }[]).find(({ email }) => email === `${login}@demo.local`)!.id
    const made = await office.rest('POST', '/delegations', {
      token: await office.as('head'),
      body: {
        to: idOf('auditor'),
        steps: ['approve'],
        validFrom: '2026-11-23T03:00:00.000Z',
        validTo: '2026-11-24T03:00:00.000Z',
        authority: '15/QĐ-BBT',
        capacity: 'KT.',
      },
    })
    expect(made.status).toBe(201)
    const pass = async (title: string) => {
      const text = await office.write(title)
      await office.act('author', text, 'submit')
      await office.act('editor', text, 'approve')
    }
    await pass('Trong hạn ủy quyền')
    await office.at('2026-11-23 10:05')
    await office.at('2026-11-23 10:30')
    const told = (await office.arrived()).map((one) => one.split(':')[0])
    // Of the delegation itself, and of what waits.
    expect(told).toEqual(['auditor', 'auditor', 'deputy', 'head'])
    await office.at('2026-11-24 10:00')
    await office.arrived()
    await pass('Hết hạn ủy quyền')
    await office.at('2026-11-24 10:05')
    await office.at('2026-11-24 10:30')
    expect((await office.arrived()).map((one) => one.split(':')[0])).toEqual(['deputy', 'head'])
  })
})

describe('what is urgent', () => {
  it('leaves at once and at any hour: an urgent publication to every head but who published', async () => {
    await office.at('2026-11-28 21:00')
    const text = await office.write('Cảnh báo bão')
    await office.act('head', text, 'publish-urgently', { reason: 'Bão vào đêm nay' })
    await office.at('2026-11-28 21:01')
    expect(await office.arrived()).toEqual(['deputy: Đã công bố khẩn: Cảnh báo bão'])
    expect(await office.textTo('deputy')).toMatch(/Bão vào đêm nay[\s\S]*phê chuẩn trước 30\/11\/2026 17:00/)
    await office.at('2026-11-30 07:00')
    // The author learns of it with the summary; the deputy is reminded that it waits.
    expect(await office.arrived()).toEqual([
      'author: Việc ngày 30/11/2026: 1 tin về văn bản của bạn',
      'deputy: Việc ngày 30/11/2026: 1 văn bản chờ bạn',
    ])
    await office.at('2026-11-30 17:00')
    expect(await office.arrived()).toEqual(['secretary: Quá hạn phê chuẩn: Cảnh báo bão'])
  })

  it('is told even if it was ratified meanwhile', async () => {
    const text = await office.write('Khẩn')
    await office.act('head', text, 'publish-urgently', { reason: 'Khẩn' })
    await office.act('deputy', text, 'ratify')
    await office.at('2026-11-23 10:01')
    expect(await office.arrived()).toEqual(['deputy: Đã công bố khẩn: Khẩn'])
    expect(await office.textTo('deputy')).toContain('Đã được phê chuẩn.')
  })

  it('a withdrawal that must be ratified; its author learns of it with the next mail', async () => {
    const text = await office.write('Sai số liệu')
    for (const [by, action] of [
      ['author', 'submit'],
      ['editor', 'approve'],
      ['head', 'approve'],
    ] as const)
      await office.act(by, text, action)
    await office.at('2026-11-23 10:30')
    await office.arrived()
    await office.act('head', text, 'withdraw', { reason: 'Số liệu sai' })
    await office.at('2026-11-23 10:31')
    expect(await office.arrived()).toEqual(['deputy: Đã rút, cần phê chuẩn: Sai số liệu'])
    await office.at('2026-11-23 11:00')
    expect(await office.arrived()).toEqual(['author: Đã rút: Sai số liệu'])
  })

  it('a proposal to erase an edition, to the heads who may confirm it, until somebody answers', async () => {
    const text = await office.write('Lộ dữ liệu')
    for (const [by, action] of [
      ['author', 'submit'],
      ['editor', 'approve'],
      ['head', 'approve'],
      ['head', 'withdraw'],
      ['deputy', 'ratify'],
    ] as const)
      await office.act(by, text, action, { reason: 'Nhầm' })
    await office.at('2026-11-23 10:30')
    await office.arrived()
    await office.act('head', text, 'propose-purge', { reason: 'Dữ liệu cá nhân', edition: 1 })
    await office.at('2026-11-23 10:31')
    expect(await office.arrived()).toEqual(['deputy: Đề nghị xóa nội dung, cần xác nhận: Lộ dữ liệu'])
    await office.act('deputy', text, 'decline-purge', { reason: 'Không có' })
    await office.at('2026-11-23 11:30')
    expect((await office.arrived()).filter((mail) => /xóa/.test(mail))).toEqual([])
  })

  it('a step that nobody decided at in time, and one that somebody else gave to a person', async () => {
    const text = await office.write('Giao việc')
    await office.act('author', text, 'submit')
    await office.act('editor', text, 'approve')
    await office.at('2026-11-23 10:01')
    await office.act('head', text, 'assign', { to: 'deputy@demo.local' })
    await office.at('2026-11-23 10:02')
    expect(await office.arrived()).toEqual(['deputy: Giao cho bạn: Giao việc'])
    await office.act('deputy', text, 'claim').catch(() => undefined)
    await office.at('2026-11-25 10:05')
    expect(await office.arrived()).toContain('secretary: Quá hạn giải quyết: Giao việc')
  })

  it('a scheduled publication that could not be carried out', async () => {
    const text = await office.write('Hẹn giờ')
    await office.act('author', text, 'submit')
    await office.act('editor', text, 'approve')
    await office.at('2026-11-23 10:30')
    await office.arrived()
    await office.act('head', text, 'schedule', { at: '2026-11-23T10:40:00+07:00' })
    const { docs } = await office.payload.db.find<{ id: string; hash: string }>({ collection: 'contents', where: {} })
    for (const { id } of docs) await office.payload.db.updateOne({ collection: 'contents', id, data: { bytes: null } })
    await office.at('2026-11-23 10:40')
    expect(await office.arrived()).toEqual([
      'author: Chưa công bố được: Hẹn giờ',
      'deputy: Chưa công bố được: Hẹn giờ',
      'head: Chưa công bố được: Hẹn giờ',
    ])
  })
})

describe('a reminder', () => {
  it('comes once, before the deadline of a step, to those who may decide', async () => {
    const text = await office.write('Tin họp')
    await office.act('author', text, 'submit')
    for (const time of ['23 10:30', '24 07:00', '24 15:59']) await office.at(`2026-11-${time}`)
    await office.arrived()
    // Due on Wednesday at ten; four working hours before is Tuesday at four in the afternoon.
    await office.at('2026-11-24 16:00')
    await office.at('2026-11-24 16:30')
    expect(await office.arrived()).toEqual(['editor: Sắp đến hạn: Tin họp'])
    expect(await office.textTo('editor')).toContain('Hạn: 25/11/2026 10:00')
    for (const time of ['24 16:45', '25 07:00', '25 07:30', '25 09:30']) await office.at(`2026-11-${time}`)
    expect(await office.arrived()).toEqual(['editor: Việc ngày 25/11/2026: 1 văn bản chờ bạn'])
    expect((await office.notices({ kind: { equals: 'reminder' } })).map(({ state }) => state)).toEqual(['told'])
  })
})

describe('an author', () => {
  it('learns that a text came back, with the reason, unless it was submitted again meanwhile', async () => {
    const [back, again] = [await office.write('Về'), await office.write('Lại')]
    for (const text of [back, again]) {
      await office.act('author', text, 'submit')
      await office.act('editor', text, 'return', { reason: `Thiếu căn cứ: ${text.title}` })
    }
    await office.act('author', again, 'submit')
    await office.at('2026-11-23 10:01')
    await office.at('2026-11-23 10:30')
    expect(await office.arrived()).toEqual(['author: Trả lại để sửa: Về', 'editor: Chờ bạn giải quyết: Lại'])
    expect(await office.textTo('author')).toContain(
      'Lê Minh Châu, Biên tập viên trả lại để sửa. Lý do: Thiếu căn cứ: Về',
    )
  })

  it('is not told of what they did themselves', async () => {
    const text = await office.write('Tự rút')
    await office.act('author', text, 'submit')
    await office.act('author', text, 'recall')
    await office.at('2026-11-23 10:01')
    await office.at('2026-11-23 10:30')
    expect(await office.arrived()).toEqual([])
    expect(await office.notices()).toEqual([])
  })
})
