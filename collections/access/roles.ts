import type { Access, FieldAccess, PayloadRequest } from 'payload'
import { ROLES, type Role } from '../../src/portal/roles.ts'

/** The role of whoever asks; nobody has none, and so has a person who left. */
export const roleOf = (req: Pick<PayloadRequest, 'user'>): Role | undefined => {
  const user = req.user as { role?: string; active?: boolean | null } | null
  return user && user.active !== false && user.role && user.role in ROLES ? (user.role as Role) : undefined
}

/** Access for these roles and nobody else. */
export const allow =
  (...roles: Role[]): Access =>
  ({ req }) => {
    const role = roleOf(req)
    return role !== undefined && roles.includes(role)
  }

/** The same for a single field. */
export const allowField =
  (...roles: Role[]): FieldAccess =>
  ({ req }) => {
    const role = roleOf(req)
    return role !== undefined && roles.includes(role)
  }

/** Everyone who has a duty here. */
export const anyone: Access = ({ req }) => roleOf(req) !== undefined

/** Nobody, over any API. */
export const nobody = () => false
