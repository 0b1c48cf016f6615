import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { beforeEach, describe, expect, it } from 'vitest'
import { tick } from '../../plugins/digest/index.ts'
import { enrol } from './support/enrol.ts'
import { eachOnItsOwn, mailbox, portal } from './support/standing.ts'

eachOnItsOwn()
beforeEach(() => enrol(portal, ['an']))

const folder = () => path.join(portal.dir, 'bounces')
const drop = (name: string, text: string) => {
  mkdirSync(folder(), { recursive: true })
  writeFileSync(path.join(folder(), name), text.replaceAll('\n', '\r\n'))
}
/** A report of a mail server (RFC 3464) about one address. */
const report = (args: {
  to: string
  status: string
  action?: string
  envid?: string
  diagnostic?: string
  type?: string
}) => `From: MAILER-DAEMON@mx.example.vn
To: ${args.to}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

The mail to <an@example.vn> could not be delivered.
--b
Content-Type: ${args.type ?? 'message/delivery-status'}

Reporting-MTA: dns; mx.example.vn
${args.envid ? `Original-Envelope-Id: ${args.envid}\n` : ''}
Final-Recipient: rfc822; an@example.vn
Action: ${args.action ?? 'failed'}
Status: ${args.status}
Diagnostic-Code: smtp; ${args.diagnostic ?? `550 ${args.status} <an@example.vn>`}

--b
Content-Type: text/rfc822-headers

Subject: Bản tin
--b--
`

/** Sends another digest on a day of November 2026. @returns its envelope sender, which receives reports about it */
const digestOn = async (day: number): Promise<string> => {
  await portal.publish({ document: `d${day}`, at: `2026-11-${day - 1}T05:00:00.000Z` })
  portal.clock.set(`2026-11-${day}T00:30:00.000Z`)
  await tick(portal)
  return mailbox.mails.at(-1)!.from
}
const subscriber = async () => (await portal.rows<{ softBounces: number; pausedUntil: string }>('subscribers'))[0]!

describe('a delivery report', () => {
  it('of an address that does not exist stops every further mail, and is not kept', async () => {
    const to = await digestOn(24)
    drop('1.eml', report({ to, status: '5.1.1' }))
    await tick(portal)
    expect(await portal.rows('suppressions')).toMatchObject([{ cause: 'hard' }])
    expect(await portal.rows('deliveries')).toMatchObject([
      { state: 'accepted', reason: 'bounced 5.1.1', reply: expect.stringContaining('→ smtp; 550 5.1.1 <…>') },
    ])
    expect(readdirSync(folder())).toEqual([])
    await portal.publish({ document: 'more' })
    portal.clock.set('2026-11-25T00:30:00.000Z')
    await tick(portal)
    expect(mailbox.mails).toHaveLength(1)
  })

  it('is found by the envelope id too, which survives a changed recipient', async () => {
    const from = await digestOn(24)
    const envid = /\+(\w+)@/.exec(from)![1]!
    drop('1.eml', report({ to: 'postmaster@example.vn', status: '5.1.1', envid }))
    await tick(portal)
    expect(await portal.rows('suppressions')).toHaveLength(1)
  })

  it('counts a soft failure once a mail, however often it is reported and read', async () => {
    const to = await digestOn(24)
    for (const name of ['1.eml', '2.eml']) drop(name, report({ to, status: '5.2.2' }))
    await Promise.all([tick(portal), tick(portal)])
    expect(await subscriber()).toMatchObject({ softBounces: 1 })
    expect(await portal.rows('suppressions')).toEqual([])
  })

  it('makes a pause after five soft failures', async () => {
    for (let day = 24; day < 29; day += 1) {
      drop(`${day}.eml`, report({ to: await digestOn(day), status: '4.4.7' }))
      await tick(portal)
    }
    expect(await subscriber()).toMatchObject({ softBounces: 0, pausedUntil: '2026-12-28T00:30:00.000Z' })
    await digestOn(29)
    expect(mailbox.mails).toHaveLength(5)
  })

  it('about us, or about a delay, harms no reader', async () => {
    const to = await digestOn(24)
    drop('1.eml', report({ to, status: '4.4.1', action: 'delayed' }))
    drop('2.eml', report({ to, status: '5.7.1' }))
    await tick(portal)
    expect(await portal.rows('suppressions')).toEqual([])
    expect(await subscriber()).toMatchObject({ softBounces: 0, pausedUntil: '' })
  })

  it('is read by the code of the remote server, not by the status that a relay wrote', async () => {
    const to = await digestOn(24)
    drop('1.eml', report({ to, status: '5.1.1', diagnostic: '552 5.2.2 over quota' }))
    await tick(portal)
    expect(await portal.rows('suppressions')).toEqual([])
    expect(await subscriber()).toMatchObject({ softBounces: 1 })
    expect(await portal.rows('deliveries')).toMatchObject([{ reason: 'bounced 5.2.2' }])
    drop('2.eml', report({ to: await digestOn(25), status: '5.0.0', diagnostic: '550 5.7.1 blocked by policy' }))
    await tick(portal)
    expect(await subscriber()).toMatchObject({ softBounces: 1 })
    drop('3.eml', report({ to: await digestOn(26), status: '5.0.0', diagnostic: '550 5.1.10 null MX' }))
    await tick(portal)
    expect(await portal.rows('suppressions')).toHaveLength(1)
  })

  it('in characters of the world (RFC 6533) is read too', async () => {
    const to = await digestOn(24)
    drop('1.eml', report({ to, status: '5.1.1', type: 'message/global-delivery-status' }))
    await tick(portal)
    expect(await portal.rows('suppressions')).toHaveLength(1)
  })

  it('without a status part is read as far as it is certain', async () => {
    const letter = (args: { head: string; body: string }) =>
      `From: Mail Delivery System <MAILER-DAEMON@mx.example.vn>\n${args.head}\nSubject: failure notice\n\n${args.body}\n`
    const first = await digestOn(24)
    drop(
      '1.eml',
      letter({ head: `Delivered-To: ${first}`, body: '<an@example.vn>:\nRemote host said: 552 over quota' }),
    )
    await tick(portal)
    expect(await subscriber()).toMatchObject({ softBounces: 1 })
    const id = /\+(\w+)@/.exec(await digestOn(25))![1]!
    drop(
      '2.eml',
      letter({
        head: 'To: no-reply@example.vn',
        body: `550 5.1.1 user unknown\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <${id}@example.vn>`,
      }),
    )
    await tick(portal)
    expect(await portal.rows('suppressions')).toMatchObject([{ cause: 'hard' }])
    expect(readdirSync(folder())).toEqual([])
  })

  it('is not what a person or an automatic reply writes to the same address', async () => {
    const to = await digestOn(24)
    drop(
      'away.eml',
      `From: an@example.vn\nTo: ${to}\nAuto-Submitted: auto-replied\nSubject: Re\n\nTôi nghỉ phép. 550 5.1.1 unknown`,
    )
    await tick(portal)
    expect(await portal.rows('suppressions')).toEqual([])
    expect(readdirSync(folder())).toEqual(['away.eml.unread'])
  })

  it('that names none of our mails, or is none, changes nothing and is set aside', async () => {
    await digestOn(24)
    drop('forged.eml', report({ to: `no-reply+${'0'.repeat(32)}@example.vn`, status: '5.1.1' }))
    drop('no-id.eml', report({ to: 'no-reply@example.vn', status: '5.1.1' }))
    drop('reply.eml', 'From: an@example.vn\nSubject: Xin chào\n\nCảm ơn')
    drop('broken.eml', '\u0000\u0000')
    drop('huge.eml', 'x'.repeat(1024 * 1024 + 1))
    drop('notes.txt', 'x')
    await tick(portal)
    expect(await portal.rows('suppressions')).toEqual([])
    expect(readdirSync(folder()).sort()).toEqual([
      'broken.eml.unread',
      'forged.eml.unread',
      'huge.eml.unread',
      'no-id.eml.unread',
      'notes.txt',
      'reply.eml.unread',
    ])
  })

  it('of any kind stops neither the process nor the others', async () => {
    const to = await digestOn(24)
    drop('1.eml', report({ to, status: '5.2.2', action: `a${' '.repeat(60_000)}x` }))
    drop('2.eml', report({ to, status: `5.1.1${'\t'.repeat(200_000)}x` }))
    drop('3.eml', `${'Received: x\n'.repeat(60_000)}\n\n`)
    drop('4.eml', `Content-Type: multipart/mixed; boundary="b"\n\n${'--b\n\n'.repeat(100_000)}--b--\n`)
    drop('5.eml', report({ to: `${'<'.repeat(100_000)}${to}`, status: '5.1.1' }))
    mkdirSync(path.join(folder(), '6.eml', 'inside'), { recursive: true })
    drop('7.eml', report({ to, status: '5.1.1' }))
    const lags = monitorEventLoopDelay({ resolution: 10 })
    lags.enable()
    await tick(portal)
    lags.disable()
    expect(await portal.rows('suppressions')).toHaveLength(1)
    expect(readdirSync(folder())).not.toContain('7.eml')
    // Reading all of it blocked the event loop for minutes. Load on the machine alone causes less than a second.
    expect(lags.max / 1e6).toBeLessThan(2_000)
  })

  it('that cannot be put away is told of and holds up no other', async () => {
    const to = await digestOn(24)
    drop('1.eml', 'no report')
    // No file can be moved to this name: a non-empty folder has it.
    mkdirSync(path.join(folder(), '1.eml.unread', 'inside'), { recursive: true })
    drop('2.eml', report({ to, status: '5.1.1' }))
    await tick(portal)
    await tick(portal)
    expect(await portal.rows('suppressions')).toHaveLength(1)
    expect(readdirSync(folder()).sort()).toEqual(['1.eml', '1.eml.unread'])
  })

  it('that was set aside is counted for the mail officer, and for nobody without the right', async () => {
    await digestOn(24)
    for (const name of ['1.eml', '2.eml']) drop(name, 'From: an@example.vn\n\nCảm ơn')
    await tick(portal)
    const ask = async (role: string) => {
      const email = `${role}@example.org`
      await portal.payload.create({ collection: 'users', data: { email, password: 'mat-khau-dai', role } })
      const token = await portal.login(email, 'mat-khau-dai')
      return portal.rest('GET', '/subscribers/unread-reports', { token })
    }
    expect(await ask('mail-officer')).toMatchObject({ status: 200, body: { count: 2 } })
    expect(await ask('editor')).toMatchObject({ status: 403 })
    expect(await portal.rest('GET', '/subscribers/unread-reports')).toMatchObject({ status: 401 })
  })

  it('is read by the hundred without leaving anything behind for each', async () => {
    const warnings: string[] = []
    const note = ({ name }: Error) => warnings.push(name)
    process.on('warning', note)
    const to = await digestOn(24)
    for (let file = 0; file < 30; file += 1) drop(`${file}.eml`, report({ to, status: '5.2.2' }))
    await tick(portal)
    process.off('warning', note)
    expect(readdirSync(folder())).toEqual([])
    expect(warnings).not.toContain('MaxListenersExceededWarning')
  })

  it('needs no folder', async () => {
    await digestOn(24)
    expect(existsSync(folder())).toBe(false)
  })
})

/** A feedback report (RFC 5965) of a provider about one of our mails. */
const complaint = (args: {
  type?: string
  id: string
  fields?: string
  quoted?: string
}) => `From: feedback@mx.example.org
To: abuse@example.vn
Subject: FW: Bản tin
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="b"

--b
Content-Type: text/plain

This is an email abuse report.
--b
Content-Type: message/feedback-report

Feedback-Type: ${args.type ?? 'abuse'}
User-Agent: SomeGenerator/1.0
Version: 1
${args.fields ?? 'Source-IP: 192.0.2.1'}

--b
${args.quoted ?? `Content-Type: message/rfc822\n\nFrom: no-reply@example.vn\nMessage-ID: <${args.id}@example.vn>\nSubject: x\n\nx`}
--b--
`

describe('a feedback report', () => {
  const idOf = (from: string) => /\+(\w+)@/.exec(from)![1]!
  const without = (id: string) => ({ id, quoted: 'Content-Type: message/rfc822\n\nSubject: x\n\nx' })

  it('of an unwanted mail ends every mail to its reader, whose address it need not name', async () => {
    const id = idOf(await digestOn(24))
    drop('1.eml', complaint({ id }))
    await tick(portal)
    expect(await portal.rows('suppressions')).toMatchObject([{ cause: 'complaint' }])
    expect(await portal.rows('deliveries')).toMatchObject([{ state: 'accepted', reason: 'reported abuse' }])
    expect(readdirSync(folder())).toEqual([])
    await portal.publish({ document: 'more' })
    portal.clock.set('2026-11-25T00:30:00.000Z')
    await tick(portal)
    expect(mailbox.mails).toHaveLength(1)
  })

  it.each([
    ['the id of the envelope', (id: string) => ({ ...without(id), fields: `Original-Envelope-Id: ${id}` })],
    [
      'the envelope sender',
      (id: string) => ({ ...without(id), fields: `Original-Mail-From: no-reply+${id}@example.vn` }),
    ],
    [
      'an encoded header',
      (id: string) => ({
        id,
        quoted: `Content-Type: text/rfc822-headers\nContent-Transfer-Encoding: base64\n\n${Buffer.from(`Message-ID: <${id}@example.vn>\r\n`).toString('base64')}`,
      }),
    ],
  ])('finds the mail by %s too', async (_, args) => {
    drop('1.eml', complaint(args(idOf(await digestOn(24)))))
    await tick(portal)
    expect(await portal.rows('suppressions')).toMatchObject([{ cause: 'complaint' }])
  })

  it('that anybody could have written, because it names no mail of ours, is set aside', async () => {
    await digestOn(24)
    drop('1.eml', complaint({ id: '0'.repeat(32) }))
    drop('2.eml', complaint({ ...without(''), fields: 'Original-Rcpt-To: an@example.vn' }))
    await tick(portal)
    expect(await portal.rows('suppressions')).toEqual([])
    expect(readdirSync(folder()).sort()).toEqual(['1.eml.unread', '2.eml.unread'])
  })

  it('that is no complaint ends nothing', async () => {
    const id = idOf(await digestOn(24))
    drop('1.eml', complaint({ id, type: 'not-spam' }))
    drop('2.eml', complaint({ id, type: 'auth-failure' }))
    drop('3.eml', complaint({ id, type: 'fraud' }))
    await tick(portal)
    expect(await portal.rows('suppressions')).toEqual([])
    expect(await subscriber()).toMatchObject({ softBounces: 0, pausedUntil: '' })
    expect(await portal.rows('deliveries')).toMatchObject([{ reason: 'reported fraud' }])
    expect(readdirSync(folder())).toEqual([])
  })
})
