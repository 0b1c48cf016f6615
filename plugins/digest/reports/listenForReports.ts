import type { AddressInfo } from 'node:net'
import type { Payload } from 'payload'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import type { Clock } from '../../../lib/time/clock.ts'
import { networkOf } from '../core/address.ts'
import { reportRecipient } from '../core/reportRecipient.ts'
import { senderOf } from '../mail/sender.ts'
import { settingsOf } from '../options.ts'
import { windowLimit } from '../pages/rateLimit.ts'
import { findOne } from '../store/rows.ts'
import { keepReport, LARGEST_REPORT } from './reportFolder.ts'

/** Unknown recipients that a network may name in an hour. After that, each ends its connection. */
const UNKNOWN_RECIPIENTS = 1_000
const MOST_CONNECTIONS = 20
const SECOND = 1_000

export interface ReportListener {
  port: number
  close: () => Promise<void>
}

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

/** A mail as it arrives; `undefined` when it is larger than a report. */
const bytesOf = async (stream: SMTPServerDataStream): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  // The rest of a mail that is too large is read and forgotten, because only then can it be refused.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= LARGEST_REPORT) chunks.push(chunk)
  }
  return size <= LARGEST_REPORT ? Buffer.concat(chunks) : undefined
}

/**
 * Takes mails to the envelope senders of our mails, over LMTP or SMTP, and puts them into the folder that the worker
 * reads. A mail is acknowledged when it is on disk. Other recipients are refused, and so are mails that are no
 * reports by their size. It speaks neither TLS nor AUTH: it belongs behind the mail server of the office, on the same machine or network.
 *
 * @returns `undefined` without the option `reports.listen`
 * @throws Error when the port cannot be listened on
 */
export const listenForReports = async (args: {
  payload: Payload
  clock: Clock
}): Promise<ReportListener | undefined> => {
  const { payload, clock } = args
  const { reports, dataDir, mailFrom } = settingsOf(payload.config)
  if (!reports.listen) return undefined
  const { protocol, hostname, port } = new URL(reports.listen)
  const sender = senderOf(mailFrom)
  const mayGuess = windowLimit({ clock, most: UNKNOWN_RECIPIENTS })

  const checkRecipient = async (address: string, network: string): Promise<void> => {
    const id = reportRecipient(address, sender)
    if (id && (await findOne(payload, 'deliveries', { messageId: { equals: `${id}@${sender.domain}` } }))) return
    throw mayGuess(network)
      ? refusal(550, '5.1.1 No such recipient here')
      : refusal(421, '4.7.0 Too many unknown recipients')
  }

  const server = new SMTPServer({
    lmtp: protocol === 'lmtp:',
    logger: false,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_REPORT,
    maxClients: MOST_CONNECTIONS,
    socketTimeout: 60 * SECOND,
    closeTimeout: 2 * SECOND,
    onRcptTo: ({ address }, { remoteAddress }, done) => {
      checkRecipient(address, networkOf(remoteAddress)).then(
        () => done(),
        (error) => done('responseCode' in error ? error : refusal(451, '4.3.0 Try again later')),
      )
    },
    onData: (stream, { envelope }, done) => {
      const keep = async () => {
        const mail = await bytesOf(stream)
        if (!mail) throw refusal(552, '5.3.4 Too large for a report')
        // Whoever delivers last says to whom (RFC 5321, 4.4): the recipient alone may tell which mail it is about.
        const to = envelope.rcptTo.map(({ address }) => `Delivered-To: ${address}\r\n`).join('')
        const isFromNobody = !(envelope.mailFrom ? envelope.mailFrom.address : '')
        const from = isFromNobody ? 'Return-Path: <>\r\n' : ''
        await keepReport({ dataDir, bytes: Buffer.concat([Buffer.from(from + to, 'latin1'), mail]) })
      }
      keep().then(
        () => done(null, '2.0.0 Kept'),
        (error) => {
          if ('responseCode' in error) return done(error)
          payload.logger.error({ msg: 'a report could not be kept', err: error })
          done(refusal(452, '4.3.1 Try again later'))
        },
      )
    },
  })
  // A client that goes away in the middle; what it did not finish is given again.
  server.on('error', () => {})
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(Number(port), hostname.replace(/^\[|\]$/g, ''), () => {
      server.off('error', reject)
      resolve()
    })
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
