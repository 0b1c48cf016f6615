import type { Access, CollectionConfig } from 'payload'
import { appendOnly } from './appendOnly.ts'

/** Public addresses. Each belongs to one document for ever. */
export const addresses = (read: Access): CollectionConfig =>
  appendOnly({
    slug: 'addresses',
    labels: {
      singular: { vi: 'Địa chỉ công khai', en: 'Public address' },
      plural: { vi: 'Địa chỉ công khai', en: 'Public addresses' },
    },
    useAsTitle: 'address',
    read,
    columns: ['address', 'at'],
    fields: [
      { name: 'address', type: 'text', required: true, unique: true, label: { vi: 'Địa chỉ', en: 'Address' } },
      { name: 'document', type: 'text', required: true, index: true, label: { vi: 'Mã văn bản', en: 'Document' } },
      { name: 'at', type: 'text', required: true, label: { vi: 'Từ lúc', en: 'At' } },
    ],
  })
