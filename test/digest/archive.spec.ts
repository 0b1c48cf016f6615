import { describe, expect, it } from 'vitest'
import { readXml } from '../delivery/support/xml.ts'
import { faultsIn } from './support/html.ts'
import { at, eachOnItsOwn, mailbox, portal } from './support/standing.ts'
import { everythingAbout, join } from './support/subscriber.ts'

eachOnItsOwn()

const AID = { '@vi': 'Trợ giúp pháp lý' }
const aboutAid = { topics: [{ collection: 'topics', key: 'tro-giup-phap-ly', name: AID }] }
const get = async (path: string) => {
  const answer = await portal.ask('GET', path)
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}
/** Publishes a text of Monday, one about legal aid of Tuesday, and looks on Wednesday. */
const days = async () => {
  await portal.publish({ document: 'a', at: '2026-11-23T03:00:00.000Z' })
  await portal.publish({ document: 'b', at: '2026-11-24T03:00:00.000Z', fields: aboutAid })
  portal.clock.set('2026-11-25T03:00:00.000Z')
}

describe('the digests of the last weeks', () => {
  it('can be read by everybody, by day and by week, without a word about readers', async () => {
    await join(portal, mailbox, 'an@example.vn')
    await days()
    await at('2026-11-25T03:00:00.000Z')
    const before = await everythingAbout(portal)
    const list = await get('/digests')
    expect(list.status).toBe(200)
    expect(await faultsIn(list.text)).toEqual([])
    for (const name of ['2026-11-23', '2026-11-24', '2026-W48']) expect(list.text).toContain(`/digests/${name}?lang=vi`)
    const monday = await get('/digests/2026-11-23')
    expect(monday.text).toContain('Thông báo a')
    expect(monday.text).not.toContain('Thông báo b')
    expect(monday.text).toContain('Nội dung mới ngày 23/11/2026')
    const week = await get('/digests/2026-W48')
    for (const title of ['Thông báo a', 'Thông báo b']) expect(week.text).toContain(title)
    for (const { text, headers } of [list, monday, week]) {
      expect(text).not.toMatch(/\/u\/|\/m\/|manage|example\.vn@|an@|Bạn nhận|đăng ký của bạn|<script|<img/)
      expect(headers.get('cache-control')).toContain('public')
      expect(headers.get('set-cookie')).toBeNull()
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    }
    expect(await faultsIn(week.text)).toEqual([])
    expect(await everythingAbout(portal)).toBe(before)
  })

  it('show what a filter lets through', async () => {
    await days()
    const week = await get('/digests/2026-W48?topics=tro-giup-phap-ly')
    expect(week.text).toContain('Thông báo b')
    expect(week.text).not.toContain('Thông báo a')
    expect((await get('/digests?topics=tro-giup-phap-ly')).text).toContain(
      '/digests.atom?topics=tro-giup-phap-ly&amp;lang=vi',
    )
  })

  it('show nothing that was withdrawn but that it was, and what was corrected with its note', async () => {
    await days()
    await portal.publish({ document: 'a', kind: 'withdrawn', changeNote: 'Công bố nhầm' })
    await portal.publish({ document: 'b', kind: 'corrected', edition: 2, changeNote: 'Sửa ngày', fields: aboutAid })
    expect((await get('/digests/2026-11-23')).status).toBe(404)
    const today = (await get('/digests/2026-11-25')).text
    expect(today).toContain('Đã rút khỏi cổng thông tin')
    expect(today).toContain('/thong-bao/a')
    expect(today).not.toContain('Thông báo a')
    expect(today).toContain('Sửa ngày')
  })

  it('grow with the log, and end after five weeks', async () => {
    await days()
    await get('/digests')
    await portal.publish({ document: 'c' })
    expect((await get('/digests/2026-11-25')).text).toContain('Thông báo c')
    portal.clock.set('2026-12-29T02:00:00.000Z')
    expect((await get('/digests/2026-11-23')).status).toBe(404)
    expect((await get('/digests/2026-11-25')).status).toBe(200)
  })

  it.each([
    ['/digests/2026-11-31', 404],
    ['/digests/2026-W54', 404],
    ['/digests/2020-01-01', 404],
    ['/digests/%E0%A4%A', 404],
    ['/digests/x?topics=none', 422],
    ['/digests?collections=users', 422],
    ['/digests.atom?topics=none', 422],
  ])('%s is %i', async (path, status) => {
    expect((await get(path)).status).toBe(status)
  })

  it('say nothing of a silent import', async () => {
    await portal.publish({ document: 'a', major: false })
    expect((await get('/digests')).text).not.toContain('2026-11-23')
    expect((await get('/digests.atom')).text).not.toContain('<entry')
  })
})

describe('the feed', () => {
  it('tells by Atom what digests tell, by the same filters', async () => {
    await days()
    const { text, headers } = await get('/digests.atom?topics=tro-giup-phap-ly')
    expect(headers.get('content-type')).toContain('application/atom+xml')
    readXml(text)
    expect(text.match(/<entry/g)).toHaveLength(1)
    expect(text).toContain('<title>Thông báo b</title>')
    expect(text).toContain('href="https://www.example.vn/thong-bao/b"')
    await portal.publish({ document: 'b', kind: 'corrected', edition: 2, changeNote: 'Sửa <ngày>', fields: aboutAid })
    const later = (await get('/digests.atom?topics=tro-giup-phap-ly')).text
    expect(later).toContain('Sửa &lt;ngày&gt;')
    expect(new Set(later.match(/<id>[^<]+<\/id>/g)).size).toBe(2)
    expect(later).not.toMatch(/<id>[^<]*#2<\/id>/)
  })
})

describe('an import in silence', () => {
  it('mails nobody of any cadence', async () => {
    for (const cadence of ['immediate', 'daily', 'weekly'])
      await join(portal, mailbox, `${cadence}@example.vn`, { cadence })
    for (let document = 0; document < 20; document += 1)
      await portal.publish({ document: `d${document}`, major: false })
    for (const instant of ['2026-11-23T03:05:00.000Z', '2026-11-24T00:30:00.000Z', '2026-11-30T00:30:00.000Z'])
      await at(instant)
    expect(mailbox.mails).toEqual([])
    expect(await portal.rows('deliveries', { kind: { equals: 'digest' } })).toEqual([])
  })
})
