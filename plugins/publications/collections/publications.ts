import type { Access, CollectionConfig } from 'payload'
import { faultsEndpoint } from '../endpoints/faults.ts'
import type { PublicationKind } from '../types.ts'
import { appendOnly } from './appendOnly.ts'
import { wordField } from './logFields.ts'

const KINDS = {
  published: { vi: 'Công bố', en: 'Published' },
  corrected: { vi: 'Đính chính', en: 'Corrected' },
  withdrawn: { vi: 'Rút', en: 'Withdrawn' },
  restored: { vi: 'Công bố lại', en: 'Restored' },
  expired: { vi: 'Hết hạn', en: 'Expired' },
  redirected: { vi: 'Chuyển địa chỉ', en: 'Redirected' },
  ratified: { vi: 'Phê chuẩn', en: 'Ratified' },
  purged: { vi: 'Xóa nội dung', en: 'Content erased' },
  term: { vi: 'Danh mục thay đổi', en: 'Reference data' },
} satisfies Record<PublicationKind, { vi: string; en: string }>

/** The append-only log of publications. */
export const publicationsCollection = (read: Access): CollectionConfig =>
  appendOnly({
    slug: 'publications',
    labels: { singular: { vi: 'Lần công bố', en: 'Publication' }, plural: { vi: 'Sổ công bố', en: 'Publications' } },
    useAsTitle: 'url',
    read,
    columns: ['at', 'kind', 'url', 'edition', 'changeNote'],
    endpoints: [faultsEndpoint(read)],
    fields: [
      { name: 'seq', type: 'number', required: true, unique: true, label: { vi: 'Số thứ tự', en: 'Number' } },
      { name: 'key', type: 'text', required: true, unique: true, label: { vi: 'Mã việc', en: 'Key' } },
      wordField({ name: 'kind', label: { vi: 'Việc', en: 'Kind' }, words: KINDS }),
      { name: 'collection', type: 'text', required: true, label: { vi: 'Loại', en: 'Collection' } },
      { name: 'document', type: 'text', required: true, index: true, label: { vi: 'Mã văn bản', en: 'Document' } },
      { name: 'url', type: 'text', label: { vi: 'Địa chỉ', en: 'Address' } },
      { name: 'slug', type: 'text', label: { vi: 'Phần cuối địa chỉ', en: 'Slug' } },
      { name: 'edition', type: 'number', label: { vi: 'Bản công bố số', en: 'Edition' } },
      { name: 'contentHash', type: 'text', index: true, label: { vi: 'Mã nội dung', en: 'Content hash' } },
      { name: 'major', type: 'checkbox', label: { vi: 'Thay đổi lớn', en: 'Major' } },
      { name: 'changeNote', type: 'textarea', label: { vi: 'Ghi chú thay đổi', en: 'Change note' } },
      { name: 'capacities', type: 'textarea', label: { vi: 'Tư cách người duyệt', en: 'Capacities' } },
      { name: 'eventsHead', type: 'text', label: { vi: 'Mã nhật ký duyệt', en: 'Trail hash' } },
      { name: 'at', type: 'text', required: true, index: true, label: { vi: 'Lúc', en: 'At' } },
      { name: 'prev', type: 'text', label: { vi: 'Mã dòng trước', en: 'Previous hash' } },
      { name: 'hash', type: 'text', required: true, label: { vi: 'Mã dòng', en: 'Hash' } },
    ],
  })
