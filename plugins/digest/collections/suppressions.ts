import type { Access, CollectionConfig } from 'payload'
import { ownCollection } from './ownCollection.ts'

/** Suppression list: addresses never to write to again, as keyed hashes. The hash outlives the address. */
export const suppressions = (read: Access): CollectionConfig =>
  ownCollection({
    slug: 'suppressions',
    labels: {
      singular: { vi: 'Địa chỉ ngừng gửi', en: 'Suppression' },
      plural: { vi: 'Địa chỉ ngừng gửi', en: 'Suppressions' },
    },
    useAsTitle: 'emailHmac',
    columns: ['emailHmac', 'cause', 'at'],
    newest: 'at',
    read,
    fields: [
      {
        name: 'emailHmac',
        type: 'text',
        required: true,
        unique: true,
        label: { vi: 'Mã của địa chỉ', en: 'Keyed hash of the address' },
      },
      { name: 'cause', type: 'text', required: true, label: { vi: 'Vì sao', en: 'Cause' } },
      { name: 'at', type: 'text', required: true, label: { vi: 'Từ lúc', en: 'Since' } },
    ],
  })
