/** Roles; each person has one. Labels are shown to people; the values are used in access rules and workflows. */
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
