import type { Field } from 'payload'
import { publicField } from '../../plugins/publications/index.ts'
import { text } from './text.ts'

/** Signers, and on whose behalf they signed (Decree 30/2020/NĐ-CP, Annex I). */
export const signers: Field = publicField({
  name: 'signers',
  type: 'array',
  label: { vi: 'Người ký', en: 'Signers' },
  labels: { singular: { vi: 'người ký', en: 'signer' }, plural: { vi: 'người ký', en: 'signers' } },
  maxRows: 10,
  fields: [
    publicField(text({ name: 'name', label: { vi: 'Họ và tên', en: 'Name' } })),
    publicField(text({ name: 'title', label: { vi: 'Chức vụ', en: 'Title' } })),
    publicField({
      name: 'capacity',
      type: 'select',
      label: { vi: 'Thể thức ký', en: 'Capacity' },
      options: [
        { value: 'direct', label: { vi: 'Ký trực tiếp', en: 'In person' } },
        { value: 'KT', label: { vi: 'KT. (ký thay)', en: 'KT. (on behalf)' } },
        { value: 'TM', label: { vi: 'TM. (thay mặt)', en: 'TM. (in the name of)' } },
        { value: 'TL', label: { vi: 'TL. (thừa lệnh)', en: 'TL. (by order)' } },
        { value: 'TUQ', label: { vi: 'TUQ. (thừa ủy quyền)', en: 'TUQ. (by delegation)' } },
        { value: 'Q', label: { vi: 'Q. (quyền)', en: 'Q. (acting)' } },
      ],
    }),
  ],
})
