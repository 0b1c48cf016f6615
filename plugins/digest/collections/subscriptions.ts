import type { Access, CollectionConfig } from 'payload'
import { ownCollection, stateField } from './ownCollection.ts'

/** Subscriptions; one row per subscriber and filter. */
export const subscriptions = (read: Access): CollectionConfig =>
  ownCollection({
    slug: 'subscriptions',
    labels: { singular: { vi: 'Đăng ký', en: 'Subscription' }, plural: { vi: 'Đăng ký', en: 'Subscriptions' } },
    useAsTitle: 'key',
    columns: ['subscriber', 'cadence', 'state', 'since'],
    newest: 'since',
    read,
    indexes: [{ fields: ['cadence', 'state', 'subscriber'] }, { fields: ['cadence', 'since'] }],
    fields: [
      { name: 'key', type: 'text', required: true, unique: true, label: { vi: 'Mã', en: 'Key' } },
      {
        name: 'subscriber',
        type: 'text',
        required: true,
        index: true,
        label: { vi: 'Người đăng ký', en: 'Subscriber' },
      },
      { name: 'cadence', type: 'text', required: true, label: { vi: 'Nhịp gửi', en: 'Cadence' } },
      { name: 'filter', type: 'textarea', required: true, label: { vi: 'Bộ lọc', en: 'Filter' } },
      stateField({
        active: { vi: 'Đang nhận', en: 'Active' },
        replaced: { vi: 'Đã đổi', en: 'Changed' },
        ended: { vi: 'Đã hủy', en: 'Ended' },
      }),
      { name: 'since', type: 'text', required: true, label: { vi: 'Từ lúc', en: 'Since' } },
      {
        name: 'afterSeq',
        type: 'number',
        required: true,
        defaultValue: 0,
        label: { vi: 'Sau số công bố', en: 'After publication' },
      },
      {
        name: 'untilSeq',
        type: 'number',
        required: true,
        defaultValue: 0,
        label: { vi: 'Đến số công bố', en: 'To publication' },
      },
      { name: 'endedAt', type: 'text', label: { vi: 'Hủy lúc', en: 'Ended at' } },
    ],
  })
