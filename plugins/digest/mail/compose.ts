import { createTransport, type SendMailOptions } from 'nodemailer'
import { cutAtWord } from '../../../lib/text/cutAtWord.ts'
import { oneLine } from '../../../lib/text/oneLine.ts'
import { type DkimKey, signMail } from './dkim.ts'
import type { Rendered } from './renderDigest.ts'
import { senderOf } from './sender.ts'

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

/** RFC 5322, 2.1.1, counted in characters. */
const LONGEST_SUBJECT = 78

/** One bare address: what separates addresses or names them would add recipients. */
const ONE_ADDRESS = /^[^\s<>,;:"()@\p{Cc}]+@[^\s<>,;:"()@\p{Cc}]+$/u

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })

const prepared = (value: string) => ({ prepared: true, value })

/**
 * Composes a mail into the bytes that are stored and handed over: multipart/alternative, ASCII, CRLF, signed if there
 * is a key. Texts reach the header as one line of visible characters, the recipient as one address, and nodemailer
 * encodes both, so that no value can inject a header or a recipient.
 *
 * @throws Error when the recipient is no single address, or the key cannot sign
 */
export const compose = async (letter: Letter, dkim?: DkimKey): Promise<Buffer> => {
  const { subject, text, html, from, to, date, messageId, leaveUrl, listId } = letter
  const sender = senderOf(from)
  if (!ONE_ADDRESS.test(to)) throw new Error('The recipient is not one address')
  const message: SendMailOptions = {
    from: { name: oneLine(sender.name), address: sender.address },
    to: { name: '', address: to },
    subject: cutAtWord(oneLine(subject), LONGEST_SUBJECT),
    text,
    html,
    date,
    messageId: `<${messageId}>`,
    // The same mail has the same bytes, whenever it is made.
    baseBoundary: messageId.slice(0, 32),
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
  }
  const { message: bytes } = await composer.sendMail(message)
  return dkim ? signMail(bytes as Buffer, dkim) : (bytes as Buffer)
}
