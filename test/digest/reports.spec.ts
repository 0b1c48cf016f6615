import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fetchReports, listenForReports, type ReportListener, tick } from '../../plugins/digest/index.ts'
import { enrol } from './support/enrol.ts'
import { type ImapMailbox, startImap } from './support/imap.ts'
import { startPortal } from './support/portal.ts'
import { deliveryReport } from './support/report.ts'
import { eachOnItsOwn, insteadWith, mailbox, portal } from './support/standing.ts'

eachOnItsOwn()

const folder = () => path.join(portal.dir, 'bounces')
const kept = () => (existsSync(folder()) ? readdirSync(folder()) : [])

/** Sends a digest. @returns its envelope sender, which receives reports about it */
const sentFrom = async (): Promise<string> => {
  await enrol(portal, ['an'])
  await portal.publish({ document: 'a' })
  portal.clock.set('2026-11-24T00:30:00.000Z')
  await tick(portal)
  return mailbox.mails.at(-1)!.from
}

describe.each(['lmtp', 'smtp'] as const)('reports handed over by %s', (protocol) => {
  let listener: ReportListener
  let from: string
  beforeEach(async () => {
    await insteadWith({ reports: { listen: `${protocol}://127.0.0.1:0` } })
    from = await sentFrom()
    listener = (await listenForReports(portal))!
  })
  afterEach(() => listener.close())

  /** Hands a mail over like the mail server of the office. @returns the reply code of the listener */
  const give = async (to: string, raw: string, sender = ''): Promise<number> => {
    const connection = new SMTPConnection({
      ...parseConnectionUrl(`smtp://127.0.0.1:${listener.port}`),
      lmtp: protocol === 'lmtp',
    })
    connection.on('error', () => {})
    await new Promise<void>((resolve) => connection.connect(() => resolve()))
    const code = await new Promise<number>((resolve) =>
      connection.send({ from: sender, to }, raw, (error, info) =>
        resolve((error as { responseCode?: number } | null)?.responseCode ?? Number(info?.response.slice(0, 3))),
      ),
    )
    connection.quit()
    return code
  }

  it('are on disk when they are acknowledged, and are applied by the worker', async () => {
    expect(await give(from, deliveryReport({ to: from }))).toBe(250)
    const [file] = kept()
    expect(file).toMatch(/\.eml$/)
    expect(statSync(path.join(folder(), file!)).mode & 0o777).toBe(0o600)
    await tick(portal)
    expect(await portal.rows('suppressions')).toMatchObject([{ cause: 'hard' }])
    expect(kept()).toEqual([])
  })

  it('are known by their recipient alone, whatever the header says', async () => {
    expect(await give(from, deliveryReport({ to: 'postmaster@example.vn' }))).toBe(250)
    await tick(portal)
    expect(await portal.rows('suppressions')).toHaveLength(1)
  })

  it('that are given twice are one file', async () => {
    for (const _ of [1, 2]) expect(await give(from, deliveryReport({ to: from }))).toBe(250)
    expect(kept()).toHaveLength(1)
  })

  it('are taken for our own mails alone', async () => {
    for (const to of [
      'no-reply@example.vn',
      'an@example.vn',
      `no-reply+${'0'.repeat(32)}@example.vn`,
      from.replace('@example.vn', '@example.org'),
      from.replace('no-reply', 'other'),
    ])
      expect(await give(to, deliveryReport({ to })), to).toBe(550)
    expect(kept()).toEqual([])
  })

  it('that are too large are refused, and the next one is taken', async () => {
    expect(await give(from, `Subject: x\r\n\r\n${'x'.repeat(70)}\r\n`.repeat(15_000))).toBe(552)
    expect(kept()).toEqual([])
    expect(await give(from, deliveryReport({ to: from }))).toBe(250)
  })

  it('that cannot be stored are not acknowledged, so that the mail server keeps them', async () => {
    writeFileSync(folder(), 'in the way')
    expect(await give(from, deliveryReport({ to: from }))).toBe(452)
  })

  it('wait at the mail server while nobody empties the folder', async () => {
    mkdirSync(folder())
    for (let file = 0; file < 10_000; file += 1) writeFileSync(path.join(folder(), `${file}.eml.unread`), '')
    expect(await give(from, deliveryReport({ to: from }))).toBe(452)
  })

  it('for recipients that somebody guesses end the connection after a thousand; real ones are taken all the same', async () => {
    const connection = new SMTPConnection({
      ...parseConnectionUrl(`smtp://127.0.0.1:${listener.port}`),
      lmtp: protocol === 'lmtp',
    })
    connection.on('error', () => {})
    await new Promise<void>((resolve) => connection.connect(() => resolve()))
    const to = Array.from({ length: 1_001 }, () => `no-reply+${'0'.repeat(32)}@example.vn`)
    const ended = new Promise<void>((resolve) => connection.once('end', () => resolve()))
    connection.send({ from: '', to }, 'x', () => {})
    await ended
    expect(await give(from, deliveryReport({ to: from }))).toBe(250)
  })
})

describe('reports in a mailbox', () => {
  let imap: ImapMailbox
  beforeEach(async () => {
    imap = await startImap()
  })
  afterEach(() => imap.close())

  it('are fetched and deleted, and applied by the worker', async () => {
    await insteadWith({ reports: { mailbox: imap.url } })
    const from = await sentFrom()
    imap.put('INBOX', deliveryReport({ to: from }))
    imap.put('INBOX', 'From: an@example.vn\r\nSubject: Re\r\n\r\nx\r\n')
    expect(await fetchReports(portal)).toBe(2)
    expect(imap.mails('INBOX')).toEqual([])
    expect(kept()).toHaveLength(2)
    expect(await fetchReports(portal)).toBe(0)
    await tick(portal)
    expect(await portal.rows('suppressions')).toMatchObject([{ cause: 'hard' }])
    expect(kept()).toEqual([expect.stringMatching(/\.unread$/)])
    expect(readFileSync(path.join(folder(), kept()[0]!), 'utf8')).toContain('Subject: Re')
  })

  it('are moved instead where the option says so', async () => {
    await insteadWith({ reports: { mailbox: `${imap.url}/INBOX?move=Done` } })
    const raw = deliveryReport({ to: await sentFrom() })
    imap.put('INBOX', raw)
    expect(await fetchReports(portal)).toBe(1)
    expect(imap.mails('INBOX')).toEqual([])
    expect(imap.mails('Done').map((mail) => mail.raw)).toEqual([raw])
    expect(kept()).toHaveLength(1)
  })

  it('stay there until they are on disk', async () => {
    await insteadWith({ reports: { mailbox: imap.url } })
    imap.put('INBOX', deliveryReport({ to: await sentFrom() }))
    writeFileSync(folder(), 'in the way')
    await expect(fetchReports(portal)).rejects.toThrow('Reports could not be fetched')
    expect(imap.mails('INBOX')).toHaveLength(1)
  })

  it('stay there where they cannot be moved, and are applied once all the same', async () => {
    await insteadWith({ reports: { mailbox: `${imap.url}/?move=Nowhere` } })
    imap.put('INBOX', deliveryReport({ to: await sentFrom() }))
    for (const _ of [1, 2]) {
      await expect(fetchReports(portal)).rejects.toThrow('Reports could not be fetched')
      await tick(portal)
    }
    expect(imap.mails('INBOX')).toHaveLength(1)
    expect(await portal.rows('suppressions')).toHaveLength(1)
  })

  it('that are larger than a report are flagged and left alone', async () => {
    await insteadWith({ reports: { mailbox: imap.url } })
    imap.put('INBOX', `Subject: photos\r\n\r\n${'x'.repeat(1024 * 1024)}\r\n`)
    for (const _ of [1, 2]) expect(await fetchReports(portal)).toBe(0)
    expect(imap.mails('INBOX')).toMatchObject([{ flags: ['\\Flagged'] }])
    expect(kept()).toEqual([])
  })

  it('that cannot be reached are told of without the password', async () => {
    await insteadWith({ reports: { mailbox: imap.url.replace('testpass', 'mat-khau-bi-mat') } })
    const error = await fetchReports(portal).catch((problem: Error) => problem)
    expect(error).toBeInstanceOf(Error)
    expect(JSON.stringify([String(error), (error as Error).stack, error])).not.toContain('mat-khau-bi-mat')
  })
})

describe('without the options', () => {
  it('nothing listens and nothing is fetched', async () => {
    expect(await listenForReports(portal)).toBeUndefined()
    expect(await fetchReports(portal)).toBe(0)
  })

  it.each([
    [{ listen: 'http://127.0.0.1:25' }, 'reports.listen'],
    [{ listen: '127.0.0.1:25' }, 'reports.listen'],
    [{ mailbox: 'pop3://host' }, 'reports.mailbox'],
  ])('%j stops the start', async (reports, option) => {
    await expect(startPortal({ reports })).rejects.toThrow(`digest: ${option}`)
  })
})
