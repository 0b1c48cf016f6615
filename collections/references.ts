import type {
  CollectionAfterChangeHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  Field,
  PayloadRequest,
} from 'payload'
import { say } from '../lib/faults/say.ts'
import { allowField, reference } from './access/index.ts'
import { datedContradictions } from './checks/dated.ts'
import { text } from './fields/text.ts'
import { findable } from './finding/findable.ts'
import { explained } from './help.ts'
import { noCircleOfHeirs } from './hooks/noCircle.ts'
import { refuseContradictions } from './hooks/refuseContradictions.ts'
import { untranslatedRows } from './hooks/untranslatedRows.ts'

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

/**
 * Whether citizens can subscribe by this row. Only people who approve may offer it, because the row then stands on a
 * public page.
 */
export const subscribable: Field = {
  name: 'subscribable',
  type: 'checkbox',
  defaultValue: false,
  label: { vi: 'Cho người dân đăng ký nhận tin theo mục này', en: 'Citizens may subscribe by it' },
  access: { create: allowField('secretary', 'head'), update: allowField('secretary', 'head') },
  admin: {
    description: {
      vi: 'Đánh dấu thì mục này hiện trên trang đăng ký; chỉ thư ký và lãnh đạo đánh dấu được.',
      en: 'Once ticked, it stands on the subscription page; only secretaries and heads can tick it.',
    },
  },
}

/** Reference data: rows that documents refer to, with their own validity period. */
export const referenceCollection = (args: {
  slug: string
  labels: { vi: string; en: string }
  useAsTitle: string
  columns: string[]
  fields: Field[]
  /** Hooks before those of all reference data. */
  beforeValidate?: CollectionBeforeValidateHook[]
  afterChange?: CollectionAfterChangeHook[]
}): CollectionConfig =>
  findable(
    {
      slug: args.slug,
      labels: { singular: args.labels, plural: args.labels },
      access: reference,
      admin: {
        useAsTitle: args.useAsTitle,
        defaultColumns: args.columns,
        group: { vi: 'Danh mục', en: 'Reference data' },
        hideAPIURL: true,
      },
      disableDuplicate: true,
      versions: { drafts: false, maxPerDoc: 0 },
      hooks: {
        beforeOperation: [untranslatedRows],
        beforeValidate: [...(args.beforeValidate ?? []), refuseContradictions(datedContradictions)],
        beforeChange: [noCircleOfHeirs],
        afterChange: args.afterChange ?? [],
      },
      fields: explained(args.slug, args.fields),
    },
    [args.useAsTitle, 'shortName', 'code', 'slug', 'abbreviation'],
  )
