import type { Field } from 'payload'
import { publicField } from '../../plugins/publications/index.ts'
import { wholeNumber } from './wholeNumber.ts'

/** Years in which a plan is implemented; no legal effect. */
export const implementationPeriod: Field = publicField({
  name: 'implementationPeriod',
  type: 'group',
  label: { vi: 'Thời gian thực hiện', en: 'Implementation period' },
  fields: [
    {
      type: 'row',
      fields: [
        publicField(wholeNumber({ name: 'fromYear', label: { vi: 'Từ năm', en: 'From year' }, min: 1945, max: 2200 })),
        publicField(wholeNumber({ name: 'toYear', label: { vi: 'Đến năm', en: 'To year' }, min: 1945, max: 2200 })),
      ],
    },
  ],
})
