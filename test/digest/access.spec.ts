import { describe, expect, it } from 'vitest'
import { eachOnItsOwn, mailbox, portal } from './support/standing.ts'
import { digestTo } from './support/subscriber.ts'

eachOnItsOwn()

describe('who may read what, over the API', () => {
  const login = async (role: string) => {
    const email = `${role}@example.org`
    await portal.payload.create({ collection: 'users', data: { email, password: 'mat-khau-dai', role } })
    return portal.login(email, 'mat-khau-dai')
  }
  const OWN = [
    'subscribers',
    'subscriptions',
    'consent-events',
    'digest-runs',
    'deliveries',
    'suppressions',
    'digest-tokens',
    'digest-acts',
    'digest-keys',
    'digest-relay',
    'digest-steps',
  ]
  /** Of these nobody sees anything. */
  const SECRET = ['digest-tokens', 'digest-keys', 'digest-relay', 'digest-steps']

  it('nobody without a login, nobody of another role, and nobody the links', async () => {
    await digestTo(portal, mailbox, 'an@example.vn')
    const editor = await login('editor')
    const officer = await login('mail-officer')
    for (const name of OWN) {
      expect((await portal.rest('GET', `/${name}`)).status).toBe(401)
      expect((await portal.rest('GET', `/${name}`, { token: editor })).status).toBe(403)
      const seen = await portal.rest('GET', `/${name}`, { token: officer })
      expect(seen.status).toBe(SECRET.includes(name) ? 403 : 200)
    }
  })

  it('an officer the newest first, with a Vietnamese name for everything there is to see', async () => {
    const officer = await login('mail-officer')
    for (const [minute, name] of ['an', 'binh', 'chi'].entries()) {
      portal.clock.set(`2026-11-23T03:0${minute}:00.000Z`)
      await portal.subscribe(`${name}@example.vn`)
    }
    const { body } = await portal.rest('GET', '/subscribers', { token: officer })
    expect((body.docs as { email: string }[]).map(({ email }) => email[0])).toEqual(['c', 'b', 'a'])
    interface Shown {
      name: string
      label?: unknown
      admin?: { hidden?: boolean }
    }
    for (const { slug, fields } of portal.payload.config.collections)
      if (OWN.includes(slug) && !SECRET.includes(slug))
        for (const { name, label, admin } of fields as Shown[])
          if (name !== 'id' && !admin?.hidden) expect(label, `${slug}.${name}`).toHaveProperty('vi')
  })

  it('an auditor everything but addresses, not even by asking round the corner', async () => {
    await digestTo(portal, mailbox, 'an@example.vn')
    const auditor = await login('auditor')
    for (const name of OWN.filter((one) => !SECRET.includes(one))) {
      const { status, body } = await portal.rest('GET', `/${name}?depth=2&showHiddenFields=true`, { token: auditor })
      expect(status).toBe(200)
      expect(JSON.stringify(body)).not.toContain('an@example.vn')
    }
    for (const query of ['where[email][like]=an', 'where[emailKey][equals]=an@example.vn', 'sort=emailKey'])
      expect((await portal.rest('GET', `/subscribers?${query}`, { token: auditor })).status).toBeGreaterThanOrEqual(400)
    const officer = await login('mail-officer')
    expect(JSON.stringify((await portal.rest('GET', '/subscribers', { token: officer })).body)).toContain(
      'an@example.vn',
    )
    const { body } = await portal.rest('GET', '/deliveries?showHiddenFields=true', { token: officer })
    expect(JSON.stringify(body)).not.toMatch(/"mime"|"token"/)
  })

  it('and nobody writes, not even past the access functions', async () => {
    await digestTo(portal, mailbox, 'an@example.vn')
    const officer = await login('mail-officer')
    for (const name of OWN) {
      const [row] = await portal.rows<{ id: string }>(name)
      expect((await portal.rest('POST', `/${name}`, { token: officer, body: { key: 'x' } })).status).toBe(403)
      if (!row) continue
      for (const method of ['PATCH', 'DELETE'])
        expect(
          (await portal.rest(method, `/${name}/${row.id}`, { token: officer, body: { state: 'left' } })).status,
        ).toBe(403)
      const forced = portal.payload.delete({ collection: name, id: row.id, overrideAccess: true })
      await expect(forced).rejects.toMatchObject({ status: 403 })
    }
  })
})
