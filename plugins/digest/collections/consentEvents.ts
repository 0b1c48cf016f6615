import type { Access, CollectionConfig } from 'payload'
import { ownCollection } from './ownCollection.ts'

/**
 * Proof of consent: who (by reference and keyed hash, never by address) gave or withdrew consent, when, how, and to
 * which exact text. Append-only.
 */
export const consentEvents = (read: Access): CollectionConfig =>
  ownCollection({
    slug: 'consent-events',
    labels: {
      singular: { vi: 'Lần đồng ý hoặc rút lại', en: 'Consent event' },
      plural: { vi: 'Sổ đồng ý', en: 'Consent events' },
    },
    useAsTitle: 'key',
    columns: ['subscriber', 'type', 'at', 'how'],
    newest: 'at',
    read,
    indexes: [{ fields: ['type', 'at'] }],
    fields: [
      { name: 'key', type: 'text', required: true, unique: true, label: { vi: 'Mã', en: 'Key' } },
      {
        name: 'subscriber',
        type: 'text',
        required: true,
        index: true,
        label: { vi: 'Người đăng ký', en: 'Subscriber' },
      },
      {
        name: 'emailHmac',
        type: 'text',
        required: true,
        index: true,
        label: { vi: 'Mã của địa chỉ', en: 'Keyed hash of the address' },
      },
      { name: 'type', type: 'text', required: true, label: { vi: 'Việc', en: 'Act' } },
      { name: 'at', type: 'text', required: true, label: { vi: 'Lúc', en: 'At' } },
      { name: 'how', type: 'text', label: { vi: 'Bằng cách', en: 'How' } },
      { name: 'network', type: 'text', label: { vi: 'Mạng', en: 'Network' } },
      { name: 'textVersion', type: 'text', label: { vi: 'Bản lời đồng ý', en: 'Version of the words' } },
      { name: 'textSha256', type: 'text', label: { vi: 'SHA-256 của lời đồng ý', en: 'SHA-256 of the words' } },
      { name: 'text', type: 'textarea', label: { vi: 'Lời đồng ý', en: 'Words agreed to' } },
      { name: 'request', type: 'textarea', label: { vi: 'Điều đã yêu cầu', en: 'What was asked for' } },
    ],
  })
