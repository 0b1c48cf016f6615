import { describe, expect, it } from 'vitest'
import type { AddressState } from '../../../plugins/digest/desk/addressState.ts'
import type { Refusals } from '../../../plugins/digest/desk/refusals.ts'
import { enrol } from '../support/enrol.ts'
import { at, eachOnItsOwn, mailbox, portal } from '../support/standing.ts'
import { login } from './support/officers.ts'

eachOnItsOwn()

const post = async (token: string | undefined, path: string, body: unknown) => {
  const { status, body: answer } = await portal.rest('POST', `/digest/addresses/${path}`, { token, body })
  return { status, answer: answer as unknown as AddressState & { lifted?: boolean; errors?: { code: string }[] } }
}
const MORNING = '2026-11-24T00:30:00.000Z'

describe('suppressed addresses', () => {
  it('are looked up and lifted by mail officers alone, by an address that they type', async () => {
    const auditor = await login('auditor')
    const officer = await login('mail-officer')
    for (const path of ['find', 'lift']) {
      expect((await post(undefined, path, { address: 'an@example.vn' })).status).toBe(401)
      expect((await post(auditor, path, { address: 'an@example.vn' })).status).toBe(403)
      for (const address of [undefined, '', 'an', { like: '%' }, 'a@b.vn\r\nBcc: c@d.vn'])
        expect((await post(officer, path, { address, reason: 'Lý do' })).answer.errors?.[0]?.code).toBe('EMAIL_INVALID')
    }
    expect((await post(officer, 'lift', { address: 'an@example.vn' })).answer.errors?.[0]?.code).toBe('REASON_MISSING')
  })

  it('tell why, and get mail again once lifted; who, when and why is kept, but no address', async () => {
    const officer = await login('mail-officer')
    await enrol(portal, ['an'])
    await portal.publish({ document: 'a' })
    mailbox.refuse.recipient = '550 5.1.1 no such user an@example.vn'
    await at(MORNING)
    delete mailbox.refuse.recipient
    const found = (await post(officer, 'find', { address: ' AN@Example.VN ' })).answer
    expect(found).toMatchObject({
      suppressed: { cause: 'hard', at: MORNING },
      subscriber: { state: 'active' },
      mails: [{ state: 'rejected', name: 'Daily digest of 23 November 2026', reply: expect.stringContaining('5.1.1') }],
    })
    expect(JSON.stringify(found)).not.toMatch(/an@example/i)

    const { answer: lifted } = await post(officer, 'lift', { address: 'an@example.vn', reason: 'Hộp thư đã mở lại' })
    expect(lifted).toMatchObject({ lifted: true, suppressed: null })
    const again = await post(officer, 'lift', { address: 'an@example.vn', reason: 'Lần nữa' })
    expect(again.answer).toMatchObject({ lifted: false, suppressed: null })
    const acts = await portal.rows<{ facts: string }>('digest-acts')
    expect(acts).toMatchObject([{ kind: 'lifted', reason: 'Hộp thư đã mở lại', byName: 'mail-officer@example.org' }])
    expect(JSON.parse(acts[0]!.facts)).toEqual({ cause: 'hard', since: MORNING })
    expect(JSON.stringify(acts)).not.toContain('an@example.vn')

    await portal.publish({ document: 'b', at: '2026-11-24T02:00:00.000Z' })
    await at('2026-11-25T00:30:00.000Z')
    expect(mailbox.mails.map(({ to }) => to)).toEqual([['an@example.vn']])
  })

  it('lifting subscribes nobody who left', async () => {
    const officer = await login('mail-officer')
    const nobody = { suppressed: null, subscriber: null, mails: [] }
    expect((await post(officer, 'lift', { address: 'la@example.vn', reason: 'Nhầm' })).answer).toMatchObject({
      lifted: false,
      ...nobody,
    })
    expect(await portal.rows('subscribers')).toEqual([])
  })

  it('are counted by cause beside the newest refusals, without addresses', async () => {
    const officer = await login('mail-officer')
    await enrol(portal, ['an', 'binh'])
    await portal.publish({ document: 'a' })
    mailbox.refuse.recipient = '550 5.7.1 blocked an@example.vn'
    await at(MORNING)
    const { status, body } = await portal.rest('GET', '/digest/refusals', { token: officer })
    const { suppressed, refused } = body as unknown as Refusals
    expect(status).toBe(200)
    expect(suppressed.map(({ count }) => count)).toEqual([0, 0, 0, 0])
    expect(refused).toHaveLength(2)
    expect(refused[0]).toMatchObject({ name: 'Daily digest of 23 November 2026', meaning: 'ours' })
    expect(JSON.stringify(body)).not.toContain('@example.vn')
    expect((await portal.rest('GET', '/digest/refusals', { token: await login('editor') })).status).toBe(403)
  })
})
