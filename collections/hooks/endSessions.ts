import type { CollectionBeforeChangeHook } from 'payload'

const WATCHED = ['role', 'active', 'email'] as const

/**
 * Guarantees that a change of password, role, e-mail address or active status ends all sessions of that user at once,
 * in every process, because sessions are stored in the row.
 */
export const endSessions: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update') return data
  const changed = WATCHED.some((field) => data[field] !== undefined && data[field] !== originalDoc?.[field])
  const password = typeof data.password === 'string' && data.password !== ''
  // With a new password Payload keeps the session that set it; an attacker who stole that session would keep it too.
  if (password && req.user) Reflect.deleteProperty(req.user, '_sid')
  return changed || password ? { ...data, sessions: [] } : data
}
