import type { Access } from 'payload'
import { allow, anyone, nobody } from './roles.ts'

/**
 * Reference data is maintained by editors. It is never deleted, because published documents refer to it; its validity
 * dates end it.
 */
export const reference = {
  read: anyone,
  create: allow('editor', 'secretary', 'head'),
  update: allow('editor', 'secretary', 'head'),
  delete: nobody,
} satisfies Record<string, Access>
