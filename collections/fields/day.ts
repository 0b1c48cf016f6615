import type { TextField } from 'payload'
import { isIsoDay, parseDay } from '../../lib/text/dates.ts'

const say = (req: { i18n?: { language?: string } }, vi: string, en: string) => (req.i18n?.language === 'en' ? en : vi)

/**
 * A calendar date as text `YYYY-MM-DD`, because a legal date has no time zone and Payload's date field would add one.
 * Input with the day first (`08/5/2024`) is accepted.
 */
export const day = (field: Omit<TextField, 'type' | 'validate' | 'hasMany'>): TextField =>
  ({
    ...field,
    type: 'text',
    admin: {
      ...field.admin,
      components: {
        Field: '/collections/components/DateText#DateText',
        Cell: '/collections/components/DateCell#DateCell',
      },
    },
    hooks: { beforeValidate: [({ value }) => (typeof value === 'string' ? (parseDay(value) ?? value.trim()) : value)] },
    validate: (value: unknown, { req }: { req: { i18n?: { language?: string } } }) =>
      value === null || value === undefined || value === '' || (typeof value === 'string' && isIsoDay(value))
        ? true
        : say(
            req,
            'Ngày không đúng; xin ghi theo dạng ngày/tháng/năm, ví dụ 08/5/2024.',
            'This is no calendar day; write day/month/year, such as 08/5/2024.',
          ),
  }) as TextField
