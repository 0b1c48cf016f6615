import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { SECRET_PREFIX } from '../core/signature.ts'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** The specification asks for 24 to 64. */
const SECRET_BYTES = 32

/** The key stands in no database: who reads one cannot sign. */
const keyOf = (payload: Payload): Buffer =>
  Buffer.from(hkdfSync('sha256', payload.secret, '', 'congbo webhooks secret', 32))

/** A new signing secret, `whsec_` and 256 random bits in base64. */
export const newSecret = (): string => `${SECRET_PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`

/** 128 random bits, 32 hexadecimal digits. */
export const randomRef = (): string => randomBytes(16).toString('hex')

/**
 * Encrypts a signing secret for the database.
 *
 * @param ref of the receiver; a secret that is moved to another row is not decrypted there
 */
export const sealed = (payload: Payload, ref: string, secret: string): string => {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, keyOf(payload), nonce).setAAD(Buffer.from(ref))
  const bytes = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString('base64')
}

/** The secret again; `undefined` when the server's own secret, or a byte of the row, is another one than before. */
export const unsealed = (payload: Payload, ref: string, stored: string): string | undefined => {
  try {
    const bytes = Buffer.from(stored, 'base64')
    const decipher = createDecipheriv(ALGORITHM, keyOf(payload), bytes.subarray(0, NONCE_BYTES))
    decipher.setAAD(Buffer.from(ref)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
