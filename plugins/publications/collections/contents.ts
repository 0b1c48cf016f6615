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
      { name: 'hash', type: 'text', required: true, unique: true },
      { name: 'collection', type: 'text', required: true },
      { name: 'size', type: 'number', required: true },
      { name: 'bytes', type: 'textarea', admin: { description: 'RFC 8785' } },
      { name: 'purgedReason', type: 'text' },
    ],
  })
