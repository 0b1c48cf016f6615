import type { CollectionBeforeChangeHook } from 'payload'

const WATCHED = ['role', 'active', 'email'] as const

/**
 * Guarantees that a change of password, role, address or activity ends every session of that person at once, on every
 * process: sessions live in the row.
 */
export const endSessions: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update') return data
  const changed = WATCHED.some((field) => data[field] !== undefined && data[field] !== originalDoc?.[field])
  const password = typeof data.password === 'string' && data.password !== ''
  // With a new password Payload keeps the session that set it; whoever stole that session would keep it too.
  if (password && req.user) Reflect.deleteProperty(req.user, '_sid')
  return changed || password ? { ...data, sessions: [] } : data
}
