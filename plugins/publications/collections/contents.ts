import type { Access, CollectionConfig } from 'payload'
import { appendOnly } from './appendOnly.ts'

/** Frozen content, keyed by the SHA-256 of its bytes. */
export const contents = (read: Access): CollectionConfig =>
  appendOnly({
    slug: 'contents',
    labels: {
      singular: { vi: 'Nội dung đã chốt', en: 'Frozen content' },
      plural: { vi: 'Nội dung đã chốt', en: 'Frozen contents' },
    },
    useAsTitle: 'hash',
    read,
    fields: [
      { name: 'hash', type: 'text', required: true, unique: true, label: { vi: 'Mã nội dung', en: 'Hash' } },
      { name: 'collection', type: 'text', required: true, label: { vi: 'Loại', en: 'Collection' } },
      { name: 'size', type: 'number', required: true, label: { vi: 'Dung lượng (byte)', en: 'Size (bytes)' } },
      { name: 'bytes', type: 'textarea', label: { vi: 'Nội dung', en: 'Content' }, admin: { description: 'RFC 8785' } },
      { name: 'purgedReason', type: 'text', label: { vi: 'Lý do xóa', en: 'Why it was purged' } },
    ],
  })
