import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts a secret for a database.
 *
 * @param args.key 256 bits that stand in no database: who reads one cannot use the secret
 * @param args.place the row it belongs to; moved to another one it is not decrypted there
 * @returns base64
 */
export const seal = (args: { key: Buffer; place: string; secret: string }): string => {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, args.key, nonce).setAAD(Buffer.from(args.place))
  const bytes = Buffer.concat([cipher.update(args.secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString('base64')
}

/** The secret again; `undefined` when the key, the place, or a byte of what was stored is another one than before. */
export const unseal = (args: { key: Buffer; place: string; stored: string }): string | undefined => {
  try {
    const bytes = Buffer.from(args.stored, 'base64')
    const decipher = createDecipheriv(ALGORITHM, args.key, bytes.subarray(0, NONCE_BYTES))
    decipher.setAAD(Buffer.from(args.place)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
