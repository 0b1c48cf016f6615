import { hkdfSync, randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { seal, unseal } from '../../../lib/sealed.ts'
import { SECRET_PREFIX } from '../core/signature.ts'

/** The specification asks for 24 to 64. */
const SECRET_BYTES = 32

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
export const sealed = (payload: Payload, ref: string, secret: string): string =>
  seal({ key: keyOf(payload), place: ref, secret })

/** The secret again; `undefined` when the server's own secret, or a byte of the row, is another one than before. */
export const unsealed = (payload: Payload, ref: string, stored: string): string | undefined =>
  unseal({ key: keyOf(payload), place: ref, stored })
