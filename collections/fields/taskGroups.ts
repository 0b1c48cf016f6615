import type { Field, FieldHook } from 'payload'
import { isRecord } from '../../lib/isRecord.ts'
import { publicField } from '../../plugins/publications/index.ts'
import { paragraph, text } from './text.ts'
import { wholeNumber } from './wholeNumber.ts'

/** Numbers the rows by their order, whatever was sent: a row that was moved takes the number of its place. */
const numberRows: FieldHook = ({ value }) =>
  Array.isArray(value)
    ? value.map((row: unknown, index) => (isRecord(row) ? { ...row, ordinal: index + 1 } : row))
    : value

/** Groups of tasks and solutions of a plan, numbered from 1 without gaps. */
export const taskGroups: Field = publicField({
  name: 'taskGroups',
  type: 'array',
  label: { vi: 'Nhóm nhiệm vụ, giải pháp', en: 'Task groups' },
  labels: {
    singular: { vi: 'nhóm nhiệm vụ', en: 'task group' },
    plural: { vi: 'nhóm nhiệm vụ', en: 'task groups' },
  },
  maxRows: 100,
  hooks: { beforeValidate: [numberRows] },
  admin: {
    components: { RowLabel: '/collections/components/TaskGroupLabel#TaskGroupLabel' },
  },
  fields: [
    publicField(
      wholeNumber({
        name: 'ordinal',
        label: { vi: 'Số thứ tự', en: 'Ordinal' },
        min: 1,
        max: 100,
        admin: { hidden: true },
      }),
    ),
    publicField(
      paragraph({
        name: 'heading',
        label: { vi: 'Tên nhóm', en: 'Heading' },
        localized: true,
        maxLength: 1000,
      }),
    ),
    publicField(paragraph({ name: 'body', label: { vi: 'Nội dung', en: 'Text' }, localized: true })),
    publicField(text({ name: 'lead', label: { vi: 'Chủ trì', en: 'Lead' }, localized: true })),
    publicField(text({ name: 'deadline', label: { vi: 'Thời hạn', en: 'Deadline' }, localized: true })),
  ],
})
