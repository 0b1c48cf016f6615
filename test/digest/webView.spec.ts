import { describe, expect, it } from 'vitest'
import { faultsIn } from './support/html.ts'
import { eachOnItsOwn, mailbox, portal } from './support/standing.ts'
import { digestTo, everythingAbout, linkIn } from './support/subscriber.ts'

eachOnItsOwn()

const viewLink = async () => linkIn((await digestTo(portal, mailbox, 'an@example.vn')).text!, '/m/')

describe('a mail on the web', () => {
  it('says what the mail says, loads nothing, and gives nobody a link that is another’s own', async () => {
    const link = await viewLink()
    const before = await everythingAbout(portal)
    const answer = await portal.ask('GET', link)
    const text = await answer.text()
    expect(answer.status).toBe(200)
    expect(await faultsIn(text)).toEqual([])
    expect(text).toContain('Thông báo a')
    expect(text).toContain('mọi nội dung mới')
    expect(text).not.toMatch(/\/u\/|\/m\/|manage|an@example|<script|<img/)
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await everythingAbout(portal)).toBe(before)
    expect(before).not.toContain(link.split('/').at(-1))
  })

  it('shows nothing that was withdrawn since', async () => {
    const link = await viewLink()
    await portal.publish({ document: 'a', kind: 'withdrawn' })
    const text = await (await portal.ask('GET', link)).text()
    expect(text).not.toContain('Thông báo a')
    expect(text).toContain('đã được rút khỏi cổng thông tin')
    expect(await faultsIn(text)).toEqual([])
  })

  it('can be read for 90 days, and never by a guess', async () => {
    const link = await viewLink()
    portal.clock.set('2027-02-22T00:29:59.999Z')
    expect((await portal.ask('GET', link)).status).toBe(200)
    portal.clock.set('2027-02-22T00:30:00.000Z')
    expect((await portal.ask('GET', link)).status).toBe(410)
    expect((await portal.ask('GET', '/m/0')).status).toBe(410)
  })
})
