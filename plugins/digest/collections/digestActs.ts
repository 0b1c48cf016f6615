import type { Access, CollectionConfig } from 'payload'
import { wordField } from '../../publications/index.ts'
import { ownCollection } from './ownCollection.ts'

/** What mail officers did at the desk, and why. Append-only; each row is chained by hash to the one before it. */
export const digestActs = (read: Access): CollectionConfig =>
  ownCollection({
    slug: 'digest-acts',
    labels: {
      singular: { vi: 'Việc ở bàn bản tin', en: 'Act at the mail desk' },
      plural: { vi: 'Sổ việc ở bàn bản tin', en: 'Acts at the mail desk' },
    },
    useAsTitle: 'key',
    columns: ['at', 'kind', 'scope', 'byName', 'reason'],
    newest: 'seq',
    read,
    indexes: [{ fields: ['scope', 'seq'] }],
    fields: [
      { name: 'seq', type: 'number', required: true, unique: true, label: { vi: 'Số thứ tự', en: 'Number' } },
      { name: 'key', type: 'text', required: true, unique: true, label: { vi: 'Mã', en: 'Key' } },
      wordField({
        name: 'kind',
        label: { vi: 'Việc', en: 'Act' },
        words: {
          paused: { vi: 'Tạm dừng', en: 'Paused' },
          resumed: { vi: 'Gửi tiếp', en: 'Resumed' },
          lifted: { vi: 'Gỡ ngừng gửi', en: 'Suppression lifted' },
          settled: { vi: 'Đối chiếu nhật ký', en: 'Settled from the relay’s log' },
          imported: { vi: 'Nhập danh sách', en: 'Imported a list' },
        },
      }),
      { name: 'scope', type: 'text', label: { vi: 'Phạm vi', en: 'Scope' } },
      { name: 'at', type: 'text', required: true, label: { vi: 'Lúc', en: 'At' } },
      { name: 'by', type: 'text', required: true, label: { vi: 'Mã người làm', en: 'Person (key)' } },
      { name: 'byName', type: 'text', label: { vi: 'Người làm', en: 'Person' } },
      { name: 'reason', type: 'textarea', label: { vi: 'Lý do', en: 'Reason' } },
      { name: 'facts', type: 'textarea', label: { vi: 'Số liệu', en: 'Facts' } },
      { name: 'prev', type: 'text', label: { vi: 'Mã dòng trước', en: 'Previous hash' } },
      { name: 'hash', type: 'text', required: true, label: { vi: 'Mã dòng', en: 'Hash' } },
    ],
  })
