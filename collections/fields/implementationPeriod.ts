import type { Field } from 'payload'
import { publicField } from '../../plugins/publications/index.ts'

/** Years in which a plan is carried out; no legal effect. */
export const implementationPeriod: Field = publicField({
  name: 'implementationPeriod',
  type: 'group',
  label: { vi: 'Thời gian thực hiện', en: 'Implementation period' },
  fields: [
    {
      type: 'row',
      fields: [
        publicField({
          name: 'fromYear',
          type: 'number',
          label: { vi: 'Từ năm', en: 'From year' },
          min: 1945,
          max: 2200,
        }),
        publicField({
          name: 'toYear',
          type: 'number',
          label: { vi: 'Đến năm', en: 'To year' },
          min: 1945,
          max: 2200,
        }),
      ],
    },
  ],
})
