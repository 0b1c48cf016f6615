import type { Payload } from 'payload'
import type { WorkingCalendar } from '../lib/time/workingTime.ts'
import { workingTime } from '../src/portal/workingTime.ts'
import { day } from './fields/day.ts'
import { text } from './fields/text.ts'
import { referenceCollection } from './references.ts'

/** Days on which the office differs from its week: public holidays, and days worked in exchange. */
export const CalendarDays = referenceCollection({
  slug: 'calendar-days',
  labels: { vi: 'Lịch làm việc', en: 'Working calendar' },
  useAsTitle: 'name',
  columns: ['day', 'kind', 'name', 'source'],
  fields: [
    day({ name: 'day', label: { vi: 'Ngày', en: 'Day' }, required: true, unique: true, index: true }),
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'holiday',
      label: { vi: 'Loại', en: 'Kind' },
      options: [
        { value: 'holiday', label: { vi: 'Ngày nghỉ', en: 'Holiday' } },
        { value: 'working', label: { vi: 'Ngày làm việc (làm bù)', en: 'Working day (in exchange)' } },
      ],
    },
    text({ name: 'name', label: { vi: 'Tên', en: 'Name' }, required: true }),
    text({ name: 'source', label: { vi: 'Căn cứ', en: 'Source' }, required: true }),
    {
      name: 'inUse',
      type: 'checkbox',
      defaultValue: true,
      label: { vi: 'Đang dùng', en: 'In use' },
      admin: {
        description: { vi: 'Bỏ đánh dấu nếu ghi nhầm ngày.', en: 'Untick it when the day was entered by mistake.' },
      },
    },
  ],
})

interface DayRow {
  day: string
  kind: 'holiday' | 'working'
}

/** The working calendar of the office, with the days that the admin holds. */
export const readCalendar = async (payload: Payload): Promise<WorkingCalendar> => {
  const { docs } = await payload.db.find<DayRow & { id: string }>({
    collection: CalendarDays.slug,
    where: { inUse: { not_equals: false } },
    limit: 0,
    pagination: false,
    select: { day: true, kind: true },
  })
  return { ...workingTime, days: new Map(docs.map((row) => [row.day, row.kind])) }
}
