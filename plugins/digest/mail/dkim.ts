import { createHash, type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'

/** On a thread of Node's own, because a signature takes as long as the rest of a mail. */
const signOnThread = promisify(sign) as (algorithm: string | null, data: Buffer, key: KeyObject) => Promise<Buffer>

/** A DKIM private key for a domain (RFC 6376). */
export interface DkimKey {
  domainName: string
  keySelector: string
  /** RSA, or Ed25519 (RFC 8463). */
  privateKey: KeyObject
}

/**
 * Signed header fields. Those of `ONCE` are listed once more than they occur, so that a signature breaks when somebody
 * adds a second one (RFC 6376, 8.15): some mail programs show the second `From` or `Subject`. One-click unsubscribe
 * needs both `List-Unsubscribe` fields to be signed (RFC 8058, 4).
 */
const ONCE = [
  'From',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'Reply-To',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'Auto-Submitted',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
]

/** A header field in relaxed form (RFC 6376, 3.4.2). */
const relaxedField = (field: string): string => {
  const colon = field.indexOf(':')
  const value = field
    .slice(colon + 1)
    .replaceAll('\r\n', '')
    .replace(/[ \t]+/g, ' ')
    .trim()
  return `${field.slice(0, colon).trim().toLowerCase()}:${value}`
}

/** A body in relaxed form (RFC 6376, 3.4.4). */
const relaxedBody = (body: string): string => {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
  while (lines.at(-1) === '') lines.pop()
  return lines.length ? `${lines.join('\r\n')}\r\n` : ''
}

/** Splits a long value into lines that every relay leaves alone; white space within it does not count. */
const folded = (value: string, width: number): string =>
  (value.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\r\n ')

const signatureOf = (key: KeyObject, data: string): Promise<Buffer> =>
  key.asymmetricKeyType === 'ed25519'
    ? signOnThread(null, createHash('sha256').update(data, 'latin1').digest(), key)
    : signOnThread('sha256', Buffer.from(data, 'latin1'), key)

/**
 * Signs a mail: puts `DKIM-Signature` in front of it.
 *
 * @param mail ASCII with CRLF line ends, each field at most once
 * @throws Error when the key cannot sign
 */
export const signMail = async (
  mail: Buffer,
  { domainName, keySelector, privateKey: key }: DkimKey,
): Promise<Buffer> => {
  const text = mail.toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  const fields = new Map(
    text
      .slice(0, end)
      .split(/\r\n(?![ \t])/)
      .map((field) => [field.slice(0, field.indexOf(':')).toLowerCase(), field]),
  )
  const present = ONCE.filter((name) => fields.has(name.toLowerCase()))
  const bodyHash = createHash('sha256')
    .update(relaxedBody(text.slice(end + 4)), 'latin1')
    .digest('base64')
  const unsigned = [
    `DKIM-Signature: v=1; a=${key.asymmetricKeyType === 'ed25519' ? 'ed25519' : 'rsa'}-sha256; c=relaxed/relaxed`,
    `d=${domainName}; s=${keySelector}`,
    `h=${[...present, ...ONCE].join(':\r\n  ')}`,
    `bh=${bodyHash}`,
    'b=',
  ].join(';\r\n ')
  // Fields that are listed more often than they occur add nothing to what is signed.
  const signed = [...present.map((name) => relaxedField(fields.get(name.toLowerCase())!)), relaxedField(unsigned)]
  const signature = (await signatureOf(key, signed.join('\r\n'))).toString('base64')
  return Buffer.concat([Buffer.from(`${unsigned}${folded(signature, 72)}\r\n`, 'latin1'), mail])
}
