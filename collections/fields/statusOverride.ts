import type { Field } from 'payload'
import { publicField } from '../../plugins/publications/index.ts'
import { paragraph } from './text.ts'

/** Manual legal status for cases where the derived one is wrong; the reason is private. */
export const statusOverride: Field = publicField({
  name: 'statusOverride',
  type: 'group',
  label: { vi: 'Tình trạng hiệu lực do biên tập xác định', en: 'Legal status set by hand' },
  fields: [
    publicField({
      name: 'status',
      type: 'select',
      label: { vi: 'Tình trạng', en: 'Status' },
      options: [
        { value: 'notYet', label: { vi: 'Chưa có hiệu lực', en: 'Not yet in force' } },
        { value: 'inForce', label: { vi: 'Còn hiệu lực', en: 'In force' } },
        { value: 'partlyExpired', label: { vi: 'Hết hiệu lực một phần', en: 'Partly expired' } },
        { value: 'partlySuspended', label: { vi: 'Ngưng hiệu lực một phần', en: 'Partly suspended' } },
        { value: 'suspended', label: { vi: 'Ngưng hiệu lực', en: 'Suspended' } },
        { value: 'expired', label: { vi: 'Hết hiệu lực', en: 'Expired' } },
        { value: 'unknown', label: { vi: 'Chưa xác định', en: 'Unknown' } },
      ],
    }),
    paragraph({
      name: 'reason',
      label: { vi: 'Lý do (bắt buộc, không công bố)', en: 'Reason (required, private)' },
    }),
  ],
})
