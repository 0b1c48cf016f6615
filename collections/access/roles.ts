import type { Access, FieldAccess, PayloadRequest } from 'payload'
import { ROLES, type Role } from '../../src/portal/roles.ts'

/** Role of the current user; `undefined` without a login and for a deactivated account. */
export const roleOf = (req: Pick<PayloadRequest, 'user'>): Role | undefined => {
  const user = req.user as { role?: string; active?: boolean | null } | null
  return user && user.active !== false && user.role && user.role in ROLES ? (user.role as Role) : undefined
}

/** Allows these roles and denies all others. */
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

/** Allows every active user with a role. */
export const anyone: Access = ({ req }) => roleOf(req) !== undefined

/** Denies everybody, over any API. */
export const nobody = () => false
