import type { Access, CollectionConfig, FieldAccess } from 'payload'
import { unreadReportsEndpoint } from '../endpoints/unreadReports.ts'
import { ownCollection, stateField } from './ownCollection.ts'

/** Subscribers. The only place where an address is stored. */
export const subscribers = (read: Access, readAddresses: FieldAccess): CollectionConfig => ({
  ...ownCollection({
    slug: 'subscribers',
    labels: {
      singular: { vi: 'Người đăng ký', en: 'Subscriber' },
      plural: { vi: 'Người đăng ký', en: 'Subscribers' },
    },
    useAsTitle: 'ref',
    columns: ['ref', 'email', 'state', 'confirmedAt'],
    newest: 'requestedAt',
    read,
    indexes: [{ fields: ['state', 'locale'] }, { fields: ['confirmedAt'] }, { fields: ['leftAt'] }],
    fields: [
      { name: 'ref', type: 'text', required: true, unique: true, label: { vi: 'Mã', en: 'Reference' } },
      {
        name: 'email',
        type: 'text',
        required: true,
        label: { vi: 'Thư điện tử', en: 'E-mail' },
        access: { read: readAddresses },
      },
      {
        name: 'emailKey',
        type: 'text',
        required: true,
        unique: true,
        access: { read: readAddresses },
        admin: { hidden: true },
      },
      { name: 'locale', type: 'text', required: true, label: { vi: 'Ngôn ngữ', en: 'Language' } },
      stateField({
        pending: { vi: 'Chờ xác nhận', en: 'Awaiting confirmation' },
        active: { vi: 'Đang nhận', en: 'Active' },
        left: { vi: 'Đã hủy', en: 'Left' },
      }),
      { name: 'requestedAt', type: 'text', required: true, label: { vi: 'Yêu cầu lúc', en: 'Requested at' } },
      { name: 'confirmedAt', type: 'text', label: { vi: 'Xác nhận lúc', en: 'Confirmed at' } },
      { name: 'leftAt', type: 'text', label: { vi: 'Hủy lúc', en: 'Left at' } },
      { name: 'pausedUntil', type: 'text', defaultValue: '', label: { vi: 'Tạm dừng đến', en: 'Paused until' } },
      { name: 'softBounces', type: 'number', defaultValue: 0, label: { vi: 'Thư bị trả lại', en: 'Soft bounces' } },
      { name: 'bouncedAt', type: 'text', defaultValue: '', label: { vi: 'Trả lại lúc', en: 'Bounced at' } },
    ],
  }),
  endpoints: [unreadReportsEndpoint(read)],
})
