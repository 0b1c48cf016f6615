import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Rendered } from './renderDigest.ts'

/** A DKIM private key for a domain (RFC 6376). */
export interface DkimKey {
  domainName: string
  keySelector: string
  privateKey: string
}

/** Header fields of a mail besides the subject. */
export interface Letter extends Rendered {
  from: string
  to: string
  date: Date
  /** Without angle brackets. */
  messageId: string
  /** One-click unsubscribe link (RFC 8058); only list mails have it. */
  leaveUrl?: string
  /** `<daily.digest.example.vn>`, RFC 2919. */
  listId?: string
}

/**
 * Signed header fields: nodemailer's default list omits the one that one-click unsubscribe requires (RFC 8058, section
 * 4).
 */
const SIGNED = [
  'From',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'Reply-To',
  'Auto-Submitted',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
].join(':')

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })

const prepared = (value: string) => ({ prepared: true, value })

/**
 * Composes a mail into the bytes that are stored and handed over: multipart/alternative, ASCII, CRLF, signed if there
 * is a key. nodemailer rejects line breaks in addresses and encodes them in texts, so no value can inject a header.
 *
 * @throws Error when the key cannot sign
 */
export const compose = async (letter: Letter, dkim?: DkimKey): Promise<Buffer> => {
  const { subject, text, html, from, to, date, messageId, leaveUrl, listId } = letter
  const message: SendMailOptions = {
    from,
    to,
    subject,
    text,
    html,
    date,
    messageId: `<${messageId}>`,
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(listId ? { 'List-Id': prepared(listId) } : {}),
      ...(leaveUrl
        ? {
            'List-Unsubscribe': prepared(`<${leaveUrl}>`),
            'List-Unsubscribe-Post': prepared('List-Unsubscribe=One-Click'),
          }
        : {}),
    },
    ...(dkim ? { dkim: { ...dkim, headerFieldNames: SIGNED } } : {}),
  }
  const { message: bytes } = await composer.sendMail(message)
  // nodemailer silently leaves a mail unsigned when the key does not fit.
  if (dkim && !/^DKIM-Signature:/m.test(bytes.toString('latin1', 0, 200)))
    throw new Error('The mail could not be signed: check the key of `dkim`')
  return bytes as Buffer
}
