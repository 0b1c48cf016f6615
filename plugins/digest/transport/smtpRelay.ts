import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { HandOver } from '../core/delivery.ts'
import { gatedBody } from './gatedBody.ts'
import type { Relay, Session } from './relay.ts'

const SECOND = 1_000
/** Every timeout must be shorter than a lease (`LEASE`), so that a slow reply can still be recorded. */
const TIMEOUTS = {
  connectionTimeout: 30 * SECOND,
  greetingTimeout: 30 * SECOND,
  socketTimeout: 300 * SECOND,
}
/** Relays close long sessions; opening a new one in time is cheaper than losing a reply. */
const MAILS_A_SESSION = 100

interface SmtpError extends Error {
  command?: string
  responseCode?: number
  response?: string
}

const STAGES: Record<string, 'sender' | 'recipient' | 'body'> = {
  'MAIL FROM': 'sender',
  'RCPT TO': 'recipient',
  DATA: 'body',
}

const failure = (error: SmtpError, asked: boolean): HandOver => {
  const stage = STAGES[error.command ?? '']
  // Only a complete reply line to a command counts; remains of a broken connection do not.
  if (stage && error.responseCode && error.response)
    return { result: 'refused', stage, asked, code: error.responseCode, reply: error.response }
  return { result: 'dropped', asked, reason: error.message }
}

const session = (connection: SMTPConnection): Session => {
  let alive = true
  let sent = 0
  connection.on('error', () => {
    alive = false
  })
  connection.on('end', () => {
    alive = false
  })
  const end = () => {
    alive = false
    connection.close()
  }
  /** A rejected mail leaves its transaction open on the server. */
  const reset = () =>
    new Promise<void>((resolve) => {
      connection.once('end', () => resolve())
      connection.reset((error) => {
        if (error) end()
        resolve()
      })
    })

  return {
    usable: () => alive && sent < MAILS_A_SESSION,
    close: () => {
      if (!alive) return
      connection.quit()
      setTimeout(() => connection.close(), SECOND).unref()
    },
    handOver: async ({ envelope, bytes, onAsked }) => {
      sent += 1
      const body = gatedBody(bytes, onAsked)
      const dsn = { id: envelope.envid, return: 'headers', notify: ['failure', 'delay'] }
      const [error, info] = await new Promise<[SmtpError | null, { response?: string } | undefined]>((resolve) =>
        connection.send(
          { from: envelope.from, to: envelope.to, size: bytes.length, dsn },
          body.stream,
          (problem, result) => resolve([problem as SmtpError | null, result]),
        ),
      )
      if (!error) return { result: 'accepted', reply: info?.response ?? '' }
      const verdict = await body.verdict()
      if (verdict === 'refused' || verdict === 'failed') {
        end()
        return verdict === 'refused'
          ? { result: 'superseded' }
          : { result: 'dropped', asked: false, reason: 'the outbox could not be written' }
      }
      const outcome = failure(error, verdict === 'opened')
      if (outcome.result !== 'refused' || outcome.code === 421) end()
      else if (alive) await reset()
      return outcome
    },
  }
}

/**
 * Hands mails to an SMTP relay over its own connections. nodemailer's pool resends a mail when a connection closes;
 * here only the outbox may retry.
 *
 * @param url `smtp://user:password@host:587` or `smtps://…`; nodemailer's options may follow as a query string
 */
export const smtpRelay = (url: string): Relay => ({
  open: async () => {
    const { auth, ...options } = parseConnectionUrl(url)
    const connection = new SMTPConnection({ ...TIMEOUTS, ...options, logger: false, socketCloseTimeout: 0 })
    try {
      await new Promise<void>((resolve, reject) => {
        connection.once('error', reject)
        connection.connect((error) => (error ? reject(error) : resolve()))
      })
      if (auth && typeof auth === 'object' && connection.allowsAuth)
        await new Promise<void>((resolve, reject) => {
          connection.once('error', reject)
          connection.login(auth, (error) => (error ? reject(error) : resolve()))
        })
    } catch (error) {
      connection.close()
      throw error
    }
    return session(connection)
  },
})
