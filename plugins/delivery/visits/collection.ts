import type { Access, CollectionConfig } from 'payload'
import { refuseWrites } from '../../publications/index.ts'

/** Visits per day in Asia/Ho_Chi_Minh: a count without personal data. Only the plugin writes it. */
export const visits = (read: Access): CollectionConfig => ({
  slug: 'visits',
  labels: {
    singular: { vi: 'Lượt truy cập trong ngày', en: 'Visits of a day' },
    plural: { vi: 'Lượt truy cập', en: 'Visits' },
  },
  admin: {
    useAsTitle: 'day',
    defaultColumns: ['day', 'visits'],
    group: { vi: 'Sổ và nhật ký', en: 'Records' },
    hideAPIURL: true,
  },
  access: { read, create: () => false, update: () => false, delete: () => false },
  hooks: { beforeOperation: [refuseWrites] },
  defaultSort: '-day',
  disableDuplicate: true,
  disableBulkEdit: true,
  timestamps: false,
  lockDocuments: false,
  fields: [
    { name: 'day', type: 'text', label: { vi: 'Ngày', en: 'Day' }, required: true, unique: true },
    { name: 'visits', type: 'number', label: { vi: 'Số lượt', en: 'Visits' }, required: true },
  ],
})
