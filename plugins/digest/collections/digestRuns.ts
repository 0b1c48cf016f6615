import type { Access, CollectionConfig } from 'payload'
import { ownCollection, stateField } from './ownCollection.ts'

/** One row per run: its range of the publications log, and the outcome of its mails. */
export const digestRuns = (read: Access): CollectionConfig =>
  ownCollection({
    slug: 'digest-runs',
    labels: { singular: { vi: 'Kỳ bản tin', en: 'Digest run' }, plural: { vi: 'Kỳ bản tin', en: 'Digest runs' } },
    useAsTitle: 'key',
    columns: ['key', 'state', 'rows', 'accepted', 'rejected', 'unknown', 'skipped'],
    newest: 'dueAt',
    read,
    indexes: [{ fields: ['cadence', 'startsAt'] }, { fields: ['cadence', 'toSeq'] }],
    fields: [
      { name: 'key', type: 'text', required: true, unique: true, label: { vi: 'Kỳ', en: 'Period' } },
      { name: 'cadence', type: 'text', required: true, label: { vi: 'Nhịp', en: 'Cadence' } },
      { name: 'startsAt', type: 'text', required: true, label: { vi: 'Từ', en: 'From' } },
      { name: 'endsAt', type: 'text', required: true, label: { vi: 'Đến trước', en: 'Until' } },
      { name: 'dueAt', type: 'text', required: true, index: true, label: { vi: 'Gửi lúc', en: 'Due at' } },
      stateField({
        open: { vi: 'Mở', en: 'Open' },
        frozen: { vi: 'Đã chốt', en: 'Frozen' },
        enumerated: { vi: 'Đang gửi', en: 'Sending' },
        complete: { vi: 'Hoàn tất', en: 'Complete' },
        skipped: { vi: 'Gộp vào kỳ sau', en: 'Joined to the next' },
      }),
      { name: 'fromSeq', type: 'number', required: true, label: { vi: 'Sau số công bố', en: 'After publication' } },
      { name: 'toSeq', type: 'number', required: true, label: { vi: 'Đến số công bố', en: 'To publication' } },
      { name: 'cursor', type: 'text', label: { vi: 'Đã lập đến', en: 'Listed up to' } },
      { name: 'rows', type: 'number', label: { vi: 'Số thư', en: 'Mails' } },
      { name: 'accepted', type: 'number', label: { vi: 'Đã nhận', en: 'Accepted' } },
      { name: 'rejected', type: 'number', label: { vi: 'Bị từ chối', en: 'Rejected' } },
      { name: 'unknown', type: 'number', label: { vi: 'Không rõ', en: 'Unknown' } },
      { name: 'skipped', type: 'number', label: { vi: 'Không gửi', en: 'Skipped' } },
      { name: 'reason', type: 'text', label: { vi: 'Lý do', en: 'Reason' } },
    ],
  })
