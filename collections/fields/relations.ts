import type { Field } from 'payload'
import { publicField } from '../../plugins/publications/index.ts'
import { text } from './text.ts'

/** Relations between documents, told from this one; the other way round is derived when read. */
const RELATIONS = [
  ['amends', 'Sửa đổi, bổ sung', 'Amends'],
  ['replaces', 'Thay thế', 'Replaces'],
  ['abrogates', 'Bãi bỏ', 'Abrogates'],
  ['corrects', 'Đính chính', 'Corrects'],
  ['suspends', 'Đình chỉ', 'Suspends'],
  ['guides', 'Hướng dẫn', 'Guides'],
  ['basedOn', 'Căn cứ', 'Based on'],
  ['implements', 'Triển khai', 'Implements'],
  ['consolidates', 'Hợp nhất', 'Consolidates'],
  ['references', 'Viện dẫn', 'References'],
] as const

/** Documents this one refers to; one that is not held here is cited by its text. */
export const relations: Field = publicField({
  name: 'relations',
  type: 'array',
  label: { vi: 'Văn bản liên quan', en: 'Related documents' },
  labels: {
    singular: { vi: 'văn bản liên quan', en: 'related document' },
    plural: { vi: 'văn bản liên quan', en: 'related documents' },
  },
  maxRows: 100,
  fields: [
    publicField({
      name: 'type',
      type: 'select',
      required: true,
      label: { vi: 'Quan hệ', en: 'Relation' },
      options: RELATIONS.map(([value, vi, en]) => ({ value, label: { vi, en } })),
    }),
    publicField({
      name: 'target',
      type: 'relationship',
      relationTo: 'directives',
      label: { vi: 'Văn bản trên hệ thống', en: 'Document held here' },
    }),
    publicField(
      text({
        name: 'citedAs',
        label: { vi: 'Viện dẫn', en: 'Cited as' },
        admin: {
          description: {
            vi: 'Cách gọi trong văn bản, khi hệ thống chưa có văn bản đó.',
            en: 'As the text cites it, when the document is not held here.',
          },
        },
      }),
    ),
  ],
})
