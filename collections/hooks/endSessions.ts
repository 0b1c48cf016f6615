import type { CollectionBeforeChangeHook } from 'payload'

const WATCHED = ['role', 'active', 'email'] as const

/**
 * Guarantees that a change of password, role, address or activity ends every session of that person at once, on every
 * process: sessions live in the row.
 */
export const endSessions: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update') return data
  const changed = WATCHED.some((field) => data[field] !== undefined && data[field] !== originalDoc?.[field])
  // Payload takes the password out of `data` before this hook; the request still says that one was sent.
  const password = Boolean(data.password ?? req.data?.password) || data.hash !== undefined
  return changed || password ? { ...data, sessions: [] } : data
}
