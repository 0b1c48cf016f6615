import { APIError, type CollectionConfig, type FieldAccess, type PayloadRequest } from 'payload'
import { ROLES } from '../src/portal/roles.ts'
import { allow, anyone, roleOf } from './access/index.ts'
import { text } from './fields/text.ts'
import { explained } from './help.ts'
import { endSessions } from './hooks/endSessions.ts'
import { evenLogin } from './hooks/evenLogin.ts'
import { strongPassword } from './hooks/strongPassword.ts'

const isSelf = (req: PayloadRequest, id: unknown) =>
  req.user !== null && id !== undefined && String(req.user?.id) === String(id)
const admin = (req: PayloadRequest) => roleOf(req) === 'admin'

/** Only an administrator may set it, and never on their own account, which prevents privilege escalation. */
const byAnotherAdmin: FieldAccess = ({ req, id }) => admin(req) && !isSelf(req, id)
const byAdmin: FieldAccess = ({ req }) => admin(req)
const selfOrOversight: FieldAccess = ({ req, id }) =>
  isSelf(req, id) || ['admin', 'auditor'].includes(roleOf(req) ?? '')

const HOUR_MS = 60 * 60 * 1000

/** Staff accounts. */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: { vi: 'Người dùng', en: 'User' }, plural: { vi: 'Người dùng', en: 'Users' } },
  auth: {
    tokenExpiration: 8 * 60 * 60,
    // Failed logins are rate-limited by account and network before they reach Payload. This limit stops guessing from
    // many networks at once. It is high, so that nobody can lock out a head from a few networks.
    maxLoginAttempts: 30,
    lockTime: 15 * 60 * 1000,
    // Payload's interval would write outside the current transaction; requests are rate-limited before they reach
    // Payload.
    forgotPassword: { expiration: HOUR_MS, minRequestInterval: 0 },
    cookies: { sameSite: 'Lax' },
  },
  access: {
    admin: ({ req }) => roleOf(req) !== undefined,
    read: anyone,
    create: allow('admin'),
    update: ({ req, id }) => admin(req) || (roleOf(req) !== undefined && isSelf(req, id)),
    delete: ({ req, id }) => admin(req) && id !== undefined && !isSelf(req, id),
    unlock: ({ req }) => admin(req),
  },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'title', 'role', 'active'],
    group: { vi: 'Quản trị', en: 'Administration' },
    hideAPIURL: true,
    hidden: ({ user }) => !['admin', 'auditor'].includes(String((user as { role?: string } | null)?.role)),
  },
  disableDuplicate: true,
  hooks: {
    beforeOperation: [strongPassword, evenLogin],
    beforeChange: [endSessions],
    beforeLogin: [
      ({ user, req }) => {
        if (user.active === false)
          throw new APIError(
            req.i18n?.language === 'en'
              ? 'This account is closed; ask the administrator.'
              : 'Tài khoản đã ngừng dùng; xin liên hệ quản trị viên.',
            401,
            { code: 'LOGIN_FAILED' },
            true,
          )
      },
    ],
  },
  fields: explained('users', [
    {
      name: 'email',
      type: 'email',
      label: { vi: 'Thư điện tử', en: 'E-mail' },
      required: true,
      unique: true,
      index: true,
      access: { read: selfOrOversight, update: byAdmin },
    },
    text({ name: 'name', label: { vi: 'Họ và tên', en: 'Name' }, required: true }),
    text({
      name: 'title',
      label: { vi: 'Chức danh', en: 'Title' },
      access: { create: byAdmin, update: byAdmin },
      admin: {
        description: { vi: 'Hiện trong nhật ký duyệt, ví dụ “Phó Trưởng ban”.', en: 'Shown in the approval trail.' },
      },
    }),
    {
      name: 'role',
      type: 'select',
      label: { vi: 'Nhiệm vụ', en: 'Role' },
      required: true,
      saveToJWT: false,
      access: { create: byAdmin, update: byAnotherAdmin },
      options: Object.entries(ROLES).map(([value, label]) => ({ value, label: { ...label } })),
    },
    {
      name: 'unit',
      type: 'relationship',
      relationTo: 'organisations',
      label: { vi: 'Đơn vị', en: 'Unit' },
      access: { create: byAdmin, update: byAdmin },
    },
    {
      name: 'active',
      type: 'checkbox',
      label: { vi: 'Đang làm việc', en: 'Active' },
      defaultValue: true,
      access: { create: byAdmin, update: byAnotherAdmin },
    },
  ]),
}
