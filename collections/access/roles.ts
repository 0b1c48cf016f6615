import type { Access, FieldAccess, PayloadRequest } from 'payload'

/** People's duties, one each. Labels are shown to people; the values are what access rules and workflows name. */
export const ROLES = {
  contributor: { vi: 'Cộng tác viên', en: 'Contributor' },
  editor: { vi: 'Biên tập viên', en: 'Section editor' },
  secretary: { vi: 'Thư ký Ban biên tập', en: 'Editorial secretary' },
  head: { vi: 'Lãnh đạo Ban biên tập', en: 'Head of the editorial board' },
  'mail-officer': { vi: 'Cán bộ phụ trách bản tin thư', en: 'Mail officer' },
  auditor: { vi: 'Kiểm tra viên', en: 'Auditor' },
  admin: { vi: 'Quản trị viên', en: 'Administrator' },
} as const

export type Role = keyof typeof ROLES

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
