import { simpleParser } from 'mailparser'
import type { Where } from 'payload'
import { sendAwaited } from '../../../../plugins/digest/index.ts'
import { dueRound } from '../../../../src/process/rounds.ts'
import { type Mailbox, startMailbox } from '../../../digest/support/mailbox.ts'
import { type Login, type Portal, startPortal } from '../../../support/portal.ts'

/** A document of the real portal. */
export interface Written {
  collection: string
  id: string
  key: string
  title: string
}

export interface Office extends Portal {
  mailbox: Mailbox
  /** Rounds of one worker process: what is due, notices, mails. */
  worker(): () => Promise<void>
  /** Sets the clock to a wall-clock time of Viet Nam and runs a round of the first worker. */
  at(time: string): Promise<void>
  /** Creates a complete notice by a person. */
  write(title: string, by?: Login): Promise<Written>
  act(by: Login, what: Written, action: string, body?: Record<string, unknown>): Promise<void>
  /** Mails since the last call: who got what, as `login: subject`, in alphabetical order. */
  arrived(): Promise<string[]>
  /** The text of the newest mail to a person. */
  textTo(login: Login): Promise<string>
  /** Changes an account below the access rules. */
  account(login: Login, data: Record<string, unknown>): Promise<void>
  notices(where?: Where): Promise<{ key: string; kind: string; state: string; mail: string }[]>
  close(): Promise<void>
}

/** An instant from a wall-clock time of Viet Nam, `2026-11-23 10:00`. */
export const instant = (time: string): Date => new Date(`${time.replace(' ', 'T')}:00+07:00`)

/** The part of an address before the `@`. */
const loginOf = (address: string) => address.split('@')[0]!

/** Starts the real portal with a mail server. The clock shows 10:00 on Monday 23 November 2026 in Viet Nam. */
export const openOffice = async (): Promise<Office> => {
  const mailbox = await startMailbox()
  const portal = await startPortal({ environment: { smtpUrl: mailbox.url } })
  const { payload, clock } = portal
  let read = 0
  const worker = () => {
    const round = dueRound(portal)
    return async () => {
      await round()
      await sendAwaited(portal)
    }
  }
  const first = worker()
  const person = (login: Login) => ({ email: { equals: `${login}@demo.local` } })
  return {
    ...portal,
    mailbox,
    worker,
    at: (time) => {
      clock.set(instant(time))
      return first()
    },
    write: async (title, by = 'author') => {
      const { status, body } = await portal.rest('POST', '/notices', {
        token: await portal.as(by),
        body: { title, body: { root: { type: 'root', children: [paragraph(title)], ...BLOCK } } },
      })
      if (status !== 201) throw new Error(JSON.stringify(body))
      const { id, key } = body.doc as { id: string; key: string }
      return { collection: 'notices', id, key, title }
    },
    act: async (by, { collection, id }, action, body = {}) => {
      const token = await portal.as(by)
      const { body: view } = await portal.rest('GET', `/workflow/${collection}/${id}`, { token })
      const answer = await portal.rest('POST', `/workflow/${collection}/${id}/${action}`, {
        token,
        body: { expected: view.seq, ...body },
      })
      if (answer.status !== 200) throw new Error(`${action} by ${by}: ${JSON.stringify(answer.body)}`)
    },
    arrived: async () => {
      const fresh = mailbox.mails.slice(read)
      read = mailbox.mails.length
      const parsed = fresh.map(async ({ to, raw }) => `${loginOf(to[0]!)}: ${(await simpleParser(raw)).subject}`)
      return (await Promise.all(parsed)).sort()
    },
    textTo: async (login) => {
      const mail = mailbox.mails.findLast(({ to }) => loginOf(to[0]!) === login)
      if (!mail) throw new Error(`no mail to ${login}`)
      return (await simpleParser(mail.raw)).text ?? ''
    },
    account: async (login, data) => {
      await payload.db.updateOne({ collection: 'users', where: person(login), data })
    },
    notices: async (where = {}) => {
      const found = await payload.db.find({ collection: 'workflow-notices', where, limit: 0, pagination: false })
      return found.docs as unknown as Awaited<ReturnType<Office['notices']>>
    },
    close: async () => {
      await portal.stop()
      await mailbox.close()
    },
  }
}

const BLOCK = { format: '' as const, indent: 0, version: 1, direction: 'ltr' as const }
const paragraph = (text: string) => ({
  type: 'paragraph',
  ...BLOCK,
  children: [{ type: 'text', text, format: 0, detail: 0, mode: 'normal', style: '', version: 1 }],
})
