import type { Access, CollectionConfig } from 'payload'
import { ownCollection, stateField } from './ownCollection.ts'

const nobody = () => false

/** The outbox: one row per mail. The mail itself contains an address and a secret, so nobody can read it. */
export const deliveries = (read: Access): CollectionConfig =>
  ownCollection({
    slug: 'deliveries',
    labels: { singular: { vi: 'Thư', en: 'Delivery' }, plural: { vi: 'Hộp thư đi', en: 'Deliveries' } },
    useAsTitle: 'key',
    columns: ['run', 'subscriber', 'state', 'attempts', 'reply', 'settledAt'],
    newest: 'createdOn',
    read,
    indexes: [
      { fields: ['lane', 'state', 'notBefore'] },
      { fields: ['state', 'expiresAt'] },
      { fields: ['kind', 'createdOn'] },
      { fields: ['run', 'state', 'settledAt'] },
      { fields: ['subscriber', 'settledAt'] },
      { fields: ['carry', 'subscriber'] },
    ],
    fields: [
      { name: 'key', type: 'text', required: true, unique: true, label: { vi: 'Mã', en: 'Key' } },
      { name: 'kind', type: 'text', required: true, label: { vi: 'Loại', en: 'Kind' } },
      { name: 'lane', type: 'text', required: true, defaultValue: 'awaited', admin: { hidden: true } },
      { name: 'run', type: 'text', label: { vi: 'Kỳ', en: 'Run' } },
      { name: 'subscriber', type: 'text', required: true, label: { vi: 'Người đăng ký', en: 'Subscriber' } },
      stateField({
        pending: { vi: 'Chờ gửi', en: 'Pending' },
        claimed: { vi: 'Đang chuẩn bị', en: 'Claimed' },
        handing: { vi: 'Đang trao', en: 'Being handed over' },
        accepted: { vi: 'Máy chủ thư đã nhận', en: 'Accepted by the relay' },
        deferred: { vi: 'Hẹn gửi lại', en: 'Deferred' },
        rejected: { vi: 'Bị từ chối', en: 'Rejected' },
        unknown: { vi: 'Không rõ đã nhận chưa', en: 'Unknown' },
        skipped: { vi: 'Không gửi', en: 'Skipped' },
      }),
      { name: 'createdOn', type: 'text', required: true, index: true, label: { vi: 'Lập lúc', en: 'Created' } },
      { name: 'token', type: 'text', access: { read: nobody }, admin: { hidden: true } },
      { name: 'leaseUntil', type: 'text', admin: { hidden: true } },
      { name: 'attempts', type: 'number', label: { vi: 'Số lần thử', en: 'Attempts' } },
      { name: 'notBefore', type: 'text', label: { vi: 'Không gửi trước', en: 'Not before' } },
      { name: 'expiresAt', type: 'text', label: { vi: 'Không gửi sau', en: 'Not after' } },
      { name: 'items', type: 'textarea', label: { vi: 'Các mục', en: 'Entries' } },
      { name: 'carriedFrom', type: 'textarea', label: { vi: 'Mang theo từ', en: 'Takes along' } },
      { name: 'carry', type: 'checkbox', label: { vi: 'Chờ thư sau', en: 'Waits for the next' } },
      { name: 'carriedBy', type: 'text', defaultValue: '', label: { vi: 'Kỳ mang theo', en: 'Taken along by' } },
      { name: 'messageId', type: 'text', index: true, label: { vi: 'Message-ID', en: 'Message-ID' } },
      { name: 'mime', type: 'textarea', access: { read: nobody }, admin: { hidden: true } },
      { name: 'mimeSha256', type: 'text', label: { vi: 'SHA-256 của thư', en: 'SHA-256 of the mail' } },
      { name: 'mimeSize', type: 'number', label: { vi: 'Cỡ thư (byte)', en: 'Size (bytes)' } },
      { name: 'reply', type: 'text', label: { vi: 'Trả lời của máy chủ', en: "Relay's reply" } },
      { name: 'reason', type: 'text', label: { vi: 'Lý do', en: 'Reason' } },
      { name: 'settledAt', type: 'text', label: { vi: 'Kết thúc lúc', en: 'Settled at' } },
    ],
  })
