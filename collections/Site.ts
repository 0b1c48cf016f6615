import type { GlobalConfig } from 'payload'
import { allow, anyone } from './access/index.ts'

/** Facts about the whole portal. */
export const Site: GlobalConfig = {
  slug: 'site',
  label: { vi: 'Cổng thông tin', en: 'The portal' },
  access: { read: anyone, update: allow('editor', 'head', 'admin') },
  admin: { group: { vi: 'Quản trị', en: 'Administration' }, hideAPIURL: true },
  fields: [
    {
      name: 'openingVisits',
      type: 'number',
      min: 0,
      max: Number.MAX_SAFE_INTEGER,
      label: { vi: 'Số lượt truy cập mang sang', en: 'Visits carried over' },
      validate: (value: unknown, { req }: { req: { i18n?: { language?: string } } }) =>
        value === null || value === undefined || (Number.isSafeInteger(value) && Number(value) >= 0)
          ? true
          : req.i18n?.language === 'en'
            ? 'A whole number, 0 or more.'
            : 'Xin ghi một số nguyên từ 0 trở lên.',
      admin: {
        description: {
          vi: 'Tổng số lượt mà cổng cũ đã đếm; bộ đếm mới đếm tiếp từ đây.',
          en: 'What the old portal had counted; the new counter goes on from here.',
        },
      },
    },
  ],
}
