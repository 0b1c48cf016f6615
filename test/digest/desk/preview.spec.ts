import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import type { DryRun } from '../../../plugins/digest/desk/dryRun.ts'
import type { PreviewedMail } from '../../../plugins/digest/desk/previewMail.ts'
import { enrol } from '../support/enrol.ts'
import { at, eachOnItsOwn, mailbox, portal } from '../support/standing.ts'
import { everythingAbout } from '../support/subscriber.ts'
import { login } from './support/officers.ts'

eachOnItsOwn()

type Preview = PreviewedMail & { because?: string; more: PreviewedMail[] }
const ask = async <T>(token: string | undefined, query: string): Promise<{ status: number; body: T }> => {
  const { status, body } = await portal.rest('GET', `/digest/preview${query}`, { token })
  return { status, body: body as T }
}
const MORNING = '2026-11-24T00:30:00.000Z'
const refOf = async (email: string) =>
  (await portal.rows<{ ref: string; id: string }>('subscribers', { email: { equals: email } }))[0]!

describe('the preview', () => {
  it('is for mail officers', async () => {
    expect((await ask(undefined, '')).status).toBe(401)
    expect((await ask(await login('auditor'), '')).status).toBe(403)
    const officer = await login('mail-officer')
    expect((await ask(officer, '?subscriber=nobody')).status).toBe(404)
    for (const query of ['?at=tomorrow', '?at=', '?at[equals]=2026-11-24T00:30:00Z', '?at=2036-11-24T00:30:00Z'])
      expect((await ask(officer, query)).status).toBe(422)
  })

  it('says who would get what, a page at a time, with no address', async () => {
    const officer = await login('mail-officer')
    await enrol(
      portal,
      Array.from({ length: 520 }, (_, index) => `nguoi${index}`),
    )
    await enrol(portal, ['chi'], 'weekly')
    await portal.publish({ document: 'a', title: 'Lịch tiếp công dân' })
    const before = await everythingAbout(portal)
    const { body } = await ask<{ runs: DryRun[] }>(officer, '')
    const daily = body.runs.find(({ cadence }) => cadence === 'daily')!
    expect(daily).toMatchObject({ key: 'daily:2026-11-23', name: 'Daily digest of 23 November 2026', sendsAt: MORNING })
    expect(daily.recipients[0]).toMatchObject({ to: 'n***@example.vn', items: [{ title: 'Lịch tiếp công dân' }] })
    expect(body.runs.find(({ cadence }) => cadence === 'weekly')?.recipients).toHaveLength(1)
    expect(body.runs.find(({ cadence }) => cadence === 'weekly')?.next).toBe('')
    const rest = await ask<{ runs: DryRun[] }>(officer, `?run=${daily.key}&after=${daily.next}`)
    const everybody = [...daily.recipients, ...rest.body.runs[0]!.recipients].map(({ subscriber }) => subscriber)
    expect(new Set(everybody).size).toBe(520)
    expect(JSON.stringify([body, rest.body])).not.toMatch(/nguoi\d/)
    expect(await everythingAbout(portal)).toBe(before)
    expect(await portal.rows('digest-runs')).toEqual([])
  })

  it('shows the very mail that is sent later, but for its links, and stores nothing', async () => {
    const officer = await login('mail-officer')
    await enrol(portal, ['an', 'binh'])
    await portal.publish({ document: 'a', title: 'Lịch tiếp <công> dân' })
    await portal.publish({ document: 'b', title: 'Niêm yết' })
    const { ref, id } = await refOf('an@example.vn')
    const before = await everythingAbout(portal)
    const { body } = await ask<Preview>(officer, `?subscriber=${ref}&at=2026-11-24T07:30:00+07:00`)
    expect((await ask<Preview>(officer, `?subscriber=${id}`)).body.text).toBe(body.text)
    expect(await everythingAbout(portal)).toBe(before)
    expect(body).toMatchObject({ run: 'daily:2026-11-23', to: 'a***@example.vn', more: [] })
    expect(body.html).toContain('Lịch tiếp &lt;công&gt; dân')
    await at(MORNING)
    const sent = mailbox.mails.find(({ to }) => to.includes('an@example.vn'))!
    const { subject, text } = await simpleParser(sent.raw)
    expect(subject).toBe(body.subject)
    const linkless = (words = '') => words.replace(/https:\/\/congbo\S+/g, '')
    expect(linkless(body.text)).toBe(linkless(text))
    for (const link of body.html.match(/https:\/\/congbo[^"]+/g)!)
      expect(link).toBe('https://congbo.example.vn/subscriptions#preview')
  })

  it('says why somebody gets nothing', async () => {
    const officer = await login('mail-officer')
    await enrol(portal, ['an'])
    const { ref } = await refOf('an@example.vn')
    const { status, body } = await ask<Preview>(officer, `?subscriber=${ref}`)
    expect([status, body.html]).toEqual([200, null])
    expect(body.because).toMatch(/nothing new/)
  })
})
