import { APIError, type CollectionConfig, type FieldAccess, type PayloadRequest, type TextField } from 'payload'
import { say } from '../lib/faults/say.ts'
import { absenceFault } from '../plugins/workflow/index.ts'
import { ROLES } from '../src/portal/roles.ts'
import { allow, anyone, roleOf } from './access/index.ts'
import { day } from './fields/day.ts'
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

/** To show a form, Payload asks for the permissions of its fields without an id, but with the row. A write has an id. */
const rowOf = ({ id, data }: Parameters<FieldAccess>[0]): unknown => id ?? data?.id
/** Nobody chooses for somebody else what they are told. */
const chosenBySelf: FieldAccess = (args) => isSelf(args.req, rowOf(args))
const choiceReadBy: FieldAccess = (args) => selfOrOversight({ ...args, id: rowOf(args) as string | undefined })

/** Whoever is away says so themselves; the administrator for those who cannot. */
const selfOrAdmin: FieldAccess = (args) => admin(args.req) || isSelf(args.req, rowOf(args))

/** The first or the last day of an absence. */
const absenceDay = (end: 'from' | 'until', name: string, label: { vi: string; en: string }): TextField => {
  const field = day({ name, label, access: { create: byAdmin, update: selfOrAdmin } })
  const isDay = field.validate as (value: unknown, args: object) => true | string
  return {
    ...field,
    validate: (
      value: string | null | undefined,
      args: { siblingData: Partial<Record<string, string>>; req: PayloadRequest },
    ) => {
      const said = isDay(value, args)
      if (said !== true) return said
      const { absentFrom, absentUntil } = args.siblingData
      const fault = absenceFault(absentFrom, absentUntil)
      return fault?.field === end ? say(args.req, fault.message.vi, fault.message.en) : true
    },
  } as TextField
}

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
    // Payload takes 2, and with every request reads the person's unit, the unit above it and their areas.
    depth: 0,
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
      name: 'mails',
      type: 'select',
      label: { vi: 'Thư báo việc', en: 'Mails about work' },
      defaultValue: 'all',
      admin: { isClearable: false },
      access: { read: choiceReadBy, create: byAdmin, update: chosenBySelf },
      options: [
        { value: 'all', label: { vi: 'Tất cả, kèm bảng việc mỗi sáng', en: 'All, with a summary every morning' } },
        { value: 'urgent', label: { vi: 'Chỉ việc cần xem ngay', en: 'Only what needs a look now' } },
        { value: 'none', label: { vi: 'Không nhận', en: 'None' } },
      ],
    },
    {
      name: 'mailLanguage',
      type: 'select',
      label: { vi: 'Ngôn ngữ của thư báo việc', en: 'Language of mails about work' },
      defaultValue: 'vi',
      admin: { isClearable: false },
      access: { read: choiceReadBy, create: byAdmin, update: chosenBySelf },
      options: [
        { value: 'vi', label: { vi: 'Tiếng Việt', en: 'Vietnamese' } },
        { value: 'en', label: { vi: 'Tiếng Anh', en: 'English' } },
      ],
    },
    absenceDay('from', 'absentFrom', { vi: 'Vắng mặt từ ngày', en: 'Away from' }),
    absenceDay('until', 'absentUntil', { vi: 'Vắng mặt đến hết ngày', en: 'Away until the end of' }),
    {
      name: 'active',
      type: 'checkbox',
      label: { vi: 'Đang làm việc', en: 'Active' },
      defaultValue: true,
      access: { create: byAdmin, update: byAnotherAdmin },
    },
  ]),
}
