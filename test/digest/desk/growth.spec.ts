import { describe, expect, it } from 'vitest'
import type { Growth } from '../../../plugins/digest/desk/growth.ts'
import { enrol } from '../support/enrol.ts'
import { at, eachOnItsOwn, mailbox, portal } from '../support/standing.ts'
import { join, linkIn } from '../support/subscriber.ts'
import { login } from './support/officers.ts'

eachOnItsOwn()

const growthFor = async (token: string) =>
  (await portal.rest('GET', '/digest/growth', { token })).body as unknown as Growth

describe('growth and reach', () => {
  it('are for who may look at the desk', async () => {
    expect((await portal.rest('GET', '/digest/growth')).status).toBe(401)
    expect((await portal.rest('GET', '/digest/growth', { token: await login('editor') })).status).toBe(403)
    expect((await growthFor(await login('auditor'))).weeks).toHaveLength(12)
  })

  it('are counted by week, language, cadence and outcome, without following anybody', async () => {
    const officer = await login('mail-officer')
    await join(portal, mailbox, 'an@example.vn')
    await join(portal, mailbox, 'binh@example.vn', { locale: 'km', cadence: 'weekly' })
    await enrol(portal, ['chi'])
    await portal.publish({ document: 'a' })
    await at('2026-11-24T00:30:00.000Z')
    portal.clock.set('2026-12-01T00:00:00.000Z')
    const index = mailbox.mails.findIndex(({ to }) => to.includes('an@example.vn'))
    const link = linkIn((await mailbox.parsed())[index]!.text!, '/u/')
    await portal.ask('POST', link, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    const { weeks, languages, cadences, mails } = await growthFor(officer)
    expect(weeks.slice(-3)).toMatchObject([
      { week: '2026-W47', active: 0, confirmed: 0 },
      { week: '2026-W48', active: 3, left: 0, confirmed: 2, withdrawn: 0 },
      { week: '2026-W49', active: 2, left: 1, confirmed: 0, withdrawn: 1 },
    ])
    expect(languages).toEqual([
      { value: 'vi', count: 1 },
      { value: 'km', count: 1 },
      { value: 'en', count: 0 },
    ])
    expect(cadences).toEqual([
      { value: 'immediate', count: 0 },
      { value: 'daily', count: 1 },
      { value: 'weekly', count: 1 },
    ])
    expect(mails.slice(-2)).toMatchObject([
      { week: '2026-W48', sent: 2, refused: 0 },
      { week: '2026-W49', sent: 0 },
    ])
  })
})
