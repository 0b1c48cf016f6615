import { describe, expect, it } from 'vitest'
import { at, eachOnItsOwn, mailbox, portal } from './support/standing.ts'
import { join, linkIn } from './support/subscriber.ts'

interface Refused {
  errors: { code: string; path?: string; message: string }[]
}

eachOnItsOwn()

const asked = async (path: string, body: unknown) => {
  const answer = await portal.ask('POST', path, {
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return (await answer.json()) as Refused & { message: string }
}

describe('an answer for programs', () => {
  it.each([
    ['vi', 'Nếu địa chỉ bạn nhập nhận được thư', 'Địa chỉ thư điện tử chưa đúng'],
    ['km', 'បើអាសយដ្ឋានដែលអ្នកបានបញ្ចូល', 'អាសយដ្ឋានអ៊ីមែលមិនត្រឹមត្រូវ'],
    ['en', 'If the address you typed', 'The e-mail address is not right'],
  ])('is in the language asked for, %s, whether yes or no', async (locale, yes, no) => {
    expect((await asked('/subscriptions', { email: 'an@example.vn', locale })).message).toContain(yes)
    for (const path of ['/subscriptions', '/subscriptions/link'])
      expect((await asked(path, { email: 'nobody', locale })).errors[0]!.message).toContain(no)
  })

  it('goes by ?lang= or ?locale= before that, and is Vietnamese for a language that there is not', async () => {
    expect((await asked('/subscriptions?lang=zh', { email: 'x', locale: 'km' })).errors[0]!.message).toContain('不正确')
    expect((await asked('/subscriptions?locale=km', '{')).errors[0]!.message).toContain('អានសំណើមិនបាន')
    for (const locale of ['fr', 'constructor', ['km'], null])
      expect((await asked('/subscriptions', { email: 'x', locale })).errors[0]!.message).toContain('chưa đúng')
  })

  it('names the part of a filter that does not exist', async () => {
    const { errors } = await asked('/subscriptions', { email: 'an@example.vn', filter: { topics: ['khong-co'] } })
    expect(errors).toMatchObject([{ code: 'FILTER_UNKNOWN', path: 'filter' }])
    expect(errors[0]!.message).toMatch(/topics: khong-co$/)
  })
})

describe('a choice', () => {
  const VIETNAMESE = '<span lang="vi">Thành phố Cần Thơ</span>'
  const filter = { topics: ['tro-giup-phap-ly'], territories: ['92'] }

  it('is called as readers call it, or in Vietnamese that says that it is', async () => {
    const form = await (await portal.ask('GET', '/subscriptions?lang=km')).text()
    expect(form).toMatch(/<label for="topics-0">ជំនួយផ្នែកច្បាប់<\/label>/)
    expect(form).toMatch(/<label for="territories-0" lang="vi">Thành phố Cần Thơ<\/label>/)
    expect(await (await portal.ask('GET', '/subscriptions')).text()).not.toMatch(/<label[^>]* lang=/)
  })

  it('is so in mails, on their pages and where it is managed', async () => {
    await join(portal, mailbox, 'an@example.vn', { filter, locale: 'km' })
    const about = {
      topics: [{ collection: 'topics', key: 'tro-giup-phap-ly' }],
      territories: [{ collection: 'territories', key: '92' }],
    }
    await portal.publish({ document: 'a', fields: about })
    await at('2026-11-24T00:30:00.000Z')
    const [mail] = await mailbox.parsed()
    const why = 'ព្រោះបានចុះឈ្មោះ៖ ប្រធានបទ៖ ជំនួយផ្នែកច្បាប់។ តំបន់៖ '
    expect(mail!.text).toContain(`${why}Thành phố Cần Thơ។`)
    expect(mail!.html).toContain(`${why}${VIETNAMESE}។`)
    expect(mail!.html).toContain('<h2 lang="vi">Thông báo</h2>')
    const pages = [linkIn(mail!.text!, '/m/'), linkIn(mail!.text!, '/subscriptions/manage/')]
    for (const path of pages) expect(await (await portal.ask('GET', path)).text()).toContain(VIETNAMESE)
  })
})
