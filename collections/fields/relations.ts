import type { Field } from 'payload'
import { publicField } from '../../plugins/publications/index.ts'
import { RELATION_TYPES } from './relationTypes.ts'
import { text } from './text.ts'

/** Documents this one refers to; a document that is not in the system is cited as text. */
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
      options: RELATION_TYPES.map(([value, vi, en]) => ({ value, label: { vi, en } })),
    }),
    publicField({
      name: 'target',
      type: 'relationship',
      relationTo: 'directives',
      label: { vi: 'Văn bản trên hệ thống', en: 'Document held here' },
    }),
    publicField(
      text({
        name: 'scope',
        label: { vi: 'Phần bị tác động', en: 'Affected part' },
        admin: {
          description: {
            vi: 'Chỉ ghi khi quan hệ không áp dụng cho toàn bộ văn bản kia, ví dụ: khoản 2 Điều 5; Phụ lục I.',
            en: 'Only when the relation does not apply to the whole other document: clause 2 of Article 5, Annex I.',
          },
        },
      }),
    ),
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
