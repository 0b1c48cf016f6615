import type { Access } from 'payload'
import { allow, anyone, nobody } from './roles.ts'

/** Reference data: kept by the editors; never deleted, because published documents name it. It ends by its dates. */
export const reference = {
  read: anyone,
  create: allow('editor', 'secretary', 'head'),
  update: allow('editor', 'secretary', 'head'),
  delete: nobody,
} satisfies Record<string, Access>
