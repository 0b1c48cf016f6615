import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tick } from '../../plugins/digest/index.ts'
import { enrol } from './support/enrol.ts'
import { faultsIn } from './support/html.ts'
import { type Portal, startPortal } from './support/portal.ts'

let portal: Portal
let headers: Record<string, string>
beforeEach(async () => {
  portal = await startPortal({ smtpUrl: undefined })
  const email = 'editor@example.org'
  await portal.payload.create({
    collection: 'users',
    data: { email, password: 'mat-khau-dai', role: 'editor' },
  })
  headers = { authorization: `JWT ${await portal.login(email, 'mat-khau-dai')}` }
  await enrol(portal, ['an'])
  await portal.publish({ document: 'a' })
  portal.clock.set('2026-11-24T00:30:00.000Z')
  await tick(portal)
})
afterEach(() => portal.stop())

const listed = async () => {
  const text = await (await portal.ask('GET', '/admin-mail', { headers })).text()
  return { text, links: [...text.matchAll(/href="(\/admin-mail\/[^"]+)"/g)].map((match) => match[1]!) }
}

describe('the viewer of mails that became files', () => {
  it('shows nothing to anybody who is not logged in', async () => {
    const { links } = await listed()
    for (const address of ['/admin-mail', links[0]!, `${links[0]}/html`]) {
      const answer = await portal.ask('GET', address)
      expect(answer.status).toBe(401)
      expect(await answer.text()).not.toMatch(/an@example|Thông báo/)
    }
  })

  it('lists them, and shows both parts of one, with links to our own pages', async () => {
    await portal.payload.sendEmail({ to: 'head@example.vn', subject: 'Đặt lại mật khẩu', text: 'x' })
    const { text, links } = await listed()
    expect(await faultsIn(text)).toEqual([])
    expect(links).toHaveLength(2)
    const link = /href="([^"]+)">Thông báo/.exec(text)![1]!
    const answer = await portal.ask('GET', link, { headers })
    const page = await answer.text()
    expect(await faultsIn(page)).toEqual([])
    expect(page).toContain('an@example.vn')
    expect(page).toMatch(/<iframe sandbox /)
    expect(page).toMatch(/<pre>[\s\S]*<a href="https:\/\/congbo\.example\.vn\/u\//)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('gives a mail’s HTML no power', async () => {
    writeFileSync(
      path.join(portal.dir, 'mail', 'hostile.eml'),
      'Subject: <b>x</b>\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script><img src="https://evil.example/x">',
    )
    const page = await (await portal.ask('GET', '/admin-mail/hostile', { headers })).text()
    expect(page).not.toMatch(/<script|<b>|<img/)
    const { headers: sent } = await portal.ask('GET', '/admin-mail/hostile/html', { headers })
    expect(sent.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
  })

  it.each(['..%2f..%2fetc%2fpasswd', '.hidden', 'khong-co', '%00'])('knows no mail named %s', async (name) => {
    expect((await portal.ask('GET', `/admin-mail/${name}`, { headers })).status).toBe(404)
  })
})
