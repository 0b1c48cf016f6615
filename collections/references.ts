import type { CollectionConfig, Field, PayloadRequest } from 'payload'
import { say } from '../lib/faults/say.ts'
import { reference } from './access/index.ts'
import { datedContradictions } from './checks/dated.ts'
import { text } from './fields/text.ts'
import { explained } from './help.ts'
import { noCircleOfHeirs } from './hooks/noCircle.ts'
import { refuseContradictions } from './hooks/refuseContradictions.ts'

const IDENTIFIER = /^[A-Za-zĐđ0-9][A-Za-zĐđ0-9._-]{0,79}$/

/** A stable key, which never changes because published documents refer to it. */
export const stableKey = (name: 'code' | 'slug'): Field => ({
  name,
  type: 'text',
  label: { vi: 'Mã', en: 'Code' },
  required: true,
  unique: true,
  index: true,
  admin: { description: { vi: 'Không đổi được sau khi tạo.', en: 'Cannot be changed later.' } },
  validate: (value: string | null | undefined, { req }: { req: PayloadRequest }) => {
    if (value === null || value === undefined || value === '') return say(req, 'Xin điền mã.', 'Fill in the code.')
    if (typeof value === 'string' && IDENTIFIER.test(value)) return true
    return say(
      req,
      'Mã chỉ gồm chữ, số, dấu chấm và gạch nối; xin sửa lại.',
      'A code holds letters, digits, points and hyphens only; change it.',
    )
  },
  hooks: {
    beforeChange: [({ value, operation, originalDoc }) => (operation === 'update' ? originalDoc?.[name] : value)],
  },
})

export const name = (field = 'name'): Field =>
  text({ name: field, label: { vi: 'Tên', en: 'Name' }, required: true, localized: true }) as Field

/** Reference data: rows that documents refer to, with their own validity period. */
export const referenceCollection = (args: {
  slug: string
  labels: { vi: string; en: string }
  useAsTitle: string
  columns: string[]
  fields: Field[]
}): CollectionConfig => ({
  slug: args.slug,
  labels: { singular: args.labels, plural: args.labels },
  access: reference,
  admin: {
    useAsTitle: args.useAsTitle,
    defaultColumns: args.columns,
    group: { vi: 'Danh mục', en: 'Reference data' },
    hideAPIURL: true,
    listSearchableFields: [args.useAsTitle],
  },
  disableDuplicate: true,
  versions: { drafts: false, maxPerDoc: 0 },
  hooks: {
    beforeValidate: [refuseContradictions(datedContradictions)],
    beforeChange: [noCircleOfHeirs],
  },
  fields: explained(args.slug, args.fields),
})
