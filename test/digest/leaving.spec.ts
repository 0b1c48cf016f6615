import { describe, expect, it } from 'vitest'
import { tick } from '../../plugins/digest/index.ts'
import { faultsIn } from './support/html.ts'
import { eachOnItsOwn, mailbox, portal } from './support/standing.ts'
import { digestTo, everythingAbout, join, linkIn } from './support/subscriber.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

eachOnItsOwn()

const post = (path: string, body?: string, headers: Record<string, string> = FORM) =>
  portal.ask('POST', path, { body, headers })

describe('leaving', () => {
  it.each([
    ['urlencoded', 'List-Unsubscribe=One-Click', FORM],
    [
      'multipart',
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
      { 'content-type': 'multipart/form-data; boundary=x', origin: 'https://mail.example.com' },
    ],
    ['a broken body', '--', { 'content-type': 'multipart/form-data' }],
  ])('takes one click, sent as %s from anywhere, without a cookie', async (_, body, headers) => {
    const mail = await digestTo(portal, mailbox, 'an@example.vn')
    const link = linkIn(mail.text!, '/u/')
    const answer = await post(link, body, headers as Record<string, string>)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await portal.rows('subscribers')).toMatchObject([{ state: 'left' }])
    expect(await portal.rows('subscriptions')).toMatchObject([{ state: 'ended' }])
    expect((await portal.rows<{ type: string; how: string }>('consent-events')).at(-1)).toMatchObject({
      type: 'withdrawn',
      how: 'one-click',
    })
    await portal.publish({ document: 'b' })
    portal.clock.set('2026-11-25T00:30:00.000Z')
    const before = mailbox.mails.length
    await tick(portal)
    expect(mailbox.mails).toHaveLength(before)
  })

  it('works after any traffic of the same network, and its own link is counted alone', async () => {
    const link = linkIn((await digestTo(portal, mailbox, 'an@example.vn')).text!, '/u/')
    let unknown = 0
    for (; unknown < 7_000; unknown += 1) if ((await post('/u/nobody')).status === 429) break
    expect(unknown).toBeLessThan(7_000)
    expect((await portal.ask('GET', link)).status).toBe(200)
    expect((await post(link)).status).toBe(200)
    expect(await portal.rows('subscribers')).toMatchObject([{ state: 'left' }])
  })

  it('changes nothing by opening the page, is harmless to repeat, and works years later', async () => {
    const mail = await digestTo(portal, mailbox, 'an@example.vn')
    const link = linkIn(mail.text!, '/u/')
    const before = await everythingAbout(portal)
    const page = await portal.ask('GET', link)
    expect(await faultsIn(await page.text())).toEqual([])
    expect(await everythingAbout(portal)).toBe(before)
    portal.clock.set('2036-11-24T00:30:00.000Z')
    await tick(portal)
    expect((await post(link, 'how=page')).status).toBe(200)
    expect((await post(link, 'how=page')).status).toBe(200)
    expect(
      (await portal.rows<{ type: string }>('consent-events')).filter((row) => row.type === 'withdrawn'),
    ).toHaveLength(1)
  })

  it('lets a person come back, from then on', async () => {
    const mail = await digestTo(portal, mailbox, 'an@example.vn')
    await post(linkIn(mail.text!, '/u/'))
    await portal.publish({ document: 'while-away' })
    portal.clock.set('2026-11-24T05:00:00.000Z')
    await join(portal, mailbox, 'an@example.vn')
    await portal.publish({ document: 'back' })
    portal.clock.set('2026-11-25T00:30:00.000Z')
    mailbox.mails.length = 0
    await tick(portal)
    const [digest] = await mailbox.parsed()
    expect(digest!.text).toContain('Thông báo back')
    expect(digest!.text).not.toContain('while-away')
  })
})
