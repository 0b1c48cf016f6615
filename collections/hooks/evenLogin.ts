import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import type { CollectionBeforeOperationHook } from 'payload'

const derive = promisify(pbkdf2)

/** The cost of Payload's own password hash. */
const HASH = { iterations: 600_000, bytes: 32, digest: 'sha256' } as const

/**
 * Guarantees that a login with an unknown address takes as long as one with a wrong password, which is hashed. Otherwise
 * the time of the answer would tell who has an account.
 */
export const evenLogin: CollectionBeforeOperationHook = async ({ args, operation, collection, req }) => {
  if (operation !== 'login') return args
  const { email, password } = (args as { data?: { email?: unknown; password?: unknown } }).data ?? {}
  if (typeof email !== 'string' || typeof password !== 'string' || password.trim() === '') return args
  const found = await req.payload.db.findOne<{ id: string; hash?: string | null }>({
    collection: collection.slug,
    where: { email: { equals: email.toLowerCase().trim() } },
  })
  if (!found?.hash) await derive(password, collection.slug, HASH.iterations, HASH.bytes, HASH.digest)
  return args
}
