import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface Received {
  from: string
  to: string[]
  raw: Buffer
}

export interface Mailbox {
  url: string
  mails: Received[]
  /** Replies to a recipient or to the final dot; unset means success. */
  refuse: { recipient?: string; body?: string }
  parsed(): Promise<ParsedMail[]>
  close(): Promise<void>
}

const refusal = (reply: string) => Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) })

/** A real SMTP server on loopback that stores what it receives. */
export const startMailbox = async (): Promise<Mailbox> => {
  const mails: Received[] = []
  const refuse: Mailbox['refuse'] = {}
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (_address, _session, done) => done(refuse.recipient ? refusal(refuse.recipient) : undefined),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (refuse.body) return done(refusal(refuse.body))
        const { mailFrom, rcptTo } = session.envelope
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((recipient) => recipient.address),
          raw: Buffer.concat(chunks),
        })
        done()
      })
    },
  })
  // A worker that a test kills resets its connection.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse,
    parsed: () => Promise.all(mails.map((mail) => simpleParser(mail.raw))),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
