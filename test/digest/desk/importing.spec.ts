import { describe, expect, it } from 'vitest'
import { tick } from '../../../plugins/digest/index.ts'
import type { ConsentEventRow, DeliveryRow, SubscriberRow } from '../../../plugins/digest/rowTypes.ts'
import type { ImportedRow, ImportReport } from '../../../plugins/digest/useCases/importSubscribers.ts'
import { enrol } from '../support/enrol.ts'
import { at, eachOnItsOwn, insteadWith, mailbox, portal } from '../support/standing.ts'
import { everythingAbout, join, linkIn } from '../support/subscriber.ts'
import { login } from './support/officers.ts'

eachOnItsOwn()

type Answer = ImportReport & { rows: ImportedRow[] }
const send = async (token: string | undefined, file: string | Uint8Array, apply = true) => {
  const form = new FormData()
  form.set('apply', String(apply))
  form.set('file', new Blob([new Uint8Array(typeof file === 'string' ? Buffer.from(file) : file)]), 'danh-sach.csv')
  const { status, body } = await portal.rest('POST', '/digest/import', { token, body: form })
  return { status, report: body as unknown as Answer }
}
const everything = async () => `${await everythingAbout(portal)}${JSON.stringify(await portal.rows('digest-acts'))}`

const MAILCHIMP = [
  'Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LAST_CHANGED,LEID,EUID,NOTES',
  'An@Example.vn,An,"Nguyễn, Văn",2,,,"2016-04-18 13:51:14",77.222.65.130,,1,a,',
  'binh@example.vn,=cmd|calc!A1,,2,,,"2016-04-18 13:51:14",,,2,b,',
  'khong-phai-dia-chi,,,,,,,,,,,',
  'an@example.vn,An,,2,,,"2016-04-18 13:51:14",77.222.65.130,,3,c,',
].join('\r\n')
const LISTMONK = [
  'uuid,email,name,attributes,status,created_at,updated_at',
  'u1,chi@example.vn,Chi,{},enabled,2024-05-03 10:20:30.123456 +0000 UTC,2024-05-03 10:20:30 +0000 UTC',
  'u2,dung@example.vn,Dũng,{},blocklisted,2024-05-03 10:20:30 +0000 UTC,2024-05-03 10:20:30 +0000 UTC',
].join('\n')

describe('importing a list of subscribers', () => {
  it('is for mail officers, with a file', async () => {
    expect((await send(undefined, LISTMONK)).status).toBe(401)
    expect((await send(await login('auditor'), LISTMONK)).status).toBe(403)
    const officer = await login('mail-officer')
    const none = await portal.rest('POST', '/digest/import', { token: officer, body: { file: 'x' } })
    expect(none.status).toBe(422)
    const before = await everything()
    expect((await send(officer, 'name,phone\nAn,1')).report.fault).toBe('COLUMNS_UNKNOWN')
    expect((await send(officer, '')).report.fault).toBe('COLUMNS_UNKNOWN')
    expect(await everything()).toBe(before)
  })

  it('subscribes by proof and asks without, after a dry run that changes nothing; twice changes nothing', async () => {
    const officer = await login('mail-officer')
    const before = await everything()
    const dry = await send(officer, MAILCHIMP, false)
    expect(dry.report).toMatchObject({
      dryRun: true,
      source: 'mailchimp',
      fault: null,
      totals: { rows: 4, subscribed: 1, invited: 1, unchanged: 1, rejected: 1, repaired: 0 },
      reasons: { EMAIL_INVALID: 1, TWICE: 1 },
    })
    expect(dry.report.rows).toMatchObject([
      { line: 4, fate: 'rejected', because: 'EMAIL_INVALID' },
      { line: 5, to: 'a***@example.vn', fate: 'unchanged', because: 'TWICE' },
    ])
    expect(await everything()).toBe(before)

    const done = await send(officer, MAILCHIMP)
    expect(done.report.totals).toEqual(dry.report.totals)
    const proofs = await portal.rows<ConsentEventRow>('consent-events')
    expect(proofs.map(({ type, how, network, at: when }) => [type, how, network, when])).toEqual([
      ['confirmed', 'import', '77.222.65.0/24', '2016-04-18T13:51:14.000Z'],
      ['invited', 'import', 'import', '2026-11-23T03:00:00.000Z'],
    ])
    expect(JSON.parse(proofs[0]!.request)).toMatchObject({ source: 'mailchimp', file: 'danh-sach.csv', line: 2 })
    expect(JSON.stringify(proofs)).not.toMatch(/example\.vn|Nguyễn|cmd/)
    expect(await portal.rows('digest-acts')).toMatchObject([
      { kind: 'imported', facts: expect.stringContaining('sha256') },
    ])
    const after = await everything()
    const again = await send(officer, MAILCHIMP)
    expect(again.report).toMatchObject({ totals: { subscribed: 0, invited: 0, unchanged: 3, rejected: 1 } })
    expect(again.report.reasons).toEqual({ ALREADY: 1, ALREADY_ASKED: 1, TWICE: 1, EMAIL_INVALID: 1 })
    expect(await everything()).toBe(after)
  })

  it('mails nobody but a confirmation, until its button is pressed; proven ones get what is published from now on', async () => {
    const officer = await login('mail-officer')
    await portal.publish({ document: 'old' })
    await send(officer, MAILCHIMP)
    await portal.publish({ document: 'a', at: '2026-11-23T04:00:00.000Z' })
    await tick(portal)
    const [asked] = await mailbox.parsed()
    expect(mailbox.mails.map(({ to }) => to)).toEqual([['binh@example.vn']])
    await at('2026-11-24T00:30:00.000Z')
    expect(mailbox.mails.map(({ to }) => to[0])).toEqual(['binh@example.vn', 'An@example.vn'])
    const [digest] = await portal.rows<DeliveryRow>('deliveries', { kind: { equals: 'digest' } })
    expect(JSON.parse(digest!.items)).toMatchObject([{ document: 'notices:a' }])
    expect((await portal.ask('POST', linkIn(asked!.text!, '/subscriptions/confirm/'))).status).toBe(200)
    await portal.publish({ document: 'b', at: '2026-11-24T02:00:00.000Z' })
    await at('2026-11-25T00:30:00.000Z')
    expect(
      mailbox.mails
        .map(({ to }) => to[0])
        .slice(2)
        .sort(),
    ).toEqual(['An@example.vn', 'binh@example.vn'])
  })

  it('brings back nobody who left, was erased, or is suppressed, whatever the list proves', async () => {
    const officer = await login('mail-officer')
    const header = 'email,consent_time,consent_ip'
    const proven = (...names: string[]) =>
      [header, ...names.map((name) => `${name}@example.vn,2024-01-01 00:00:00,1.2.3.4`)].join('\n')
    for (const name of ['left', 'erased']) await join(portal, mailbox, `${name}@example.vn`)
    await enrol(portal, ['gone'])
    await portal.publish({ document: 'a' })
    await at('2026-11-24T00:30:00.000Z')
    const linkFor = async (to: string, prefix: string) => {
      const mails = await mailbox.parsed()
      const index = mailbox.mails.findIndex((mail) => mail.to.includes(to))
      return linkIn(mails[index]!.text!, prefix)
    }
    await portal.ask('POST', await linkFor('left@example.vn', '/u/'), {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    await portal.ask('POST', await linkFor('erased@example.vn', '/subscriptions/manage/'), {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'action=erase&sure=1',
    })
    const { addressHmac } = await import('../../../plugins/digest/store/secrets.ts')
    await portal.payload.db.create({
      collection: 'suppressions',
      data: {
        emailHmac: addressHmac(portal.payload, 'gone@example.vn'),
        cause: 'hard',
        at: '2026-11-24T00:00:00.000Z',
      },
    })
    expect(await portal.rows('subscribers', { email: { equals: 'erased@example.vn' } })).toEqual([])
    const before = await everything()
    const { report } = await send(officer, proven('left', 'erased', 'gone'))
    expect(report.rows.map(({ fate, because }) => [fate, because])).toEqual([
      ['rejected', 'LEFT'],
      ['rejected', 'LEFT'],
      ['rejected', 'SUPPRESSED'],
    ])
    expect(await everything()).toBe(before)
  })

  it('asks so many an hour, after those of an earlier list, and never again when nobody answered', async () => {
    await insteadWith({ smtpUrl: mailbox.url, invitationsPerHour: 2 })
    const officer = await login('mail-officer')
    const list = (...names: string[]) => ['email', ...names.map((name) => `${name}@example.vn`)].join('\n')
    const first = list('a1', 'a2', 'a3', 'a4', 'a5')
    await send(officer, first)
    await send(officer, list('b1'))
    const rounds: number[] = []
    for (const hour of [3, 4, 5, 6]) {
      await at(`2026-11-23T0${hour}:00:00.000Z`)
      rounds.push(mailbox.mails.length)
    }
    expect(rounds).toEqual([1, 3, 6, 6])
    await at('2026-11-27T03:00:00.000Z')
    expect(await portal.rows('subscribers')).toEqual([])
    expect((await send(officer, first)).report.reasons).toEqual({ ALREADY_ASKED: 5 })
    await tick(portal)
    expect(mailbox.mails).toHaveLength(6)
  })

  it.each([
    ['UTF-16 with a mark, tabs', Buffer.from('\ufeffemail\ttên\nan@example.vn\tẤn\n', 'utf16le')],
    ['windows-1252, semicolons', Buffer.from('email;nom\nan@example.vn;Jos\u00e9\n', 'latin1')],
    ['UTF-8 with a mark and a quote in a cell', Buffer.from('\ufeff"email","n"\r\n"an@example.vn","5" loa"\r\n')],
    ['rows of uneven length', Buffer.from('email,name\nan@example.vn\n,,,,\n"an@example.vn"\n')],
  ])('reads %s', async (_, file) => {
    const { report } = await send(await login('mail-officer'), file)
    expect(report.fault).toBeNull()
    expect(await portal.rows<SubscriberRow>('subscribers')).toMatchObject([
      { email: 'an@example.vn', state: 'pending' },
    ])
  })

  it('says where a table breaks, and keeps what came before', async () => {
    const broken = `email,name\nan@example.vn,An\n"binh@example.vn,${'x'.repeat(300_000)}`
    const { report } = await send(await login('mail-officer'), broken)
    expect(report).toMatchObject({ fault: 'TABLE_BROKEN', lines: 2, totals: { rows: 1, invited: 1 } })
  })
})
