import type { CollectionConfig } from 'payload'
import { ownCollection } from './ownCollection.ts'

/** What all workers know of the relay together: the agreed rate, and whether it works. One row. */
export const digestRelay: CollectionConfig = ownCollection({
  slug: 'digest-relay',
  labels: { singular: { vi: 'Máy chủ thư', en: 'Mail relay' }, plural: { vi: 'Máy chủ thư', en: 'Mail relay' } },
  useAsTitle: 'key',
  columns: ['key', 'failures'],
  newest: 'key',
  read: () => false,
  hidden: true,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'version', type: 'number', required: true },
    { name: 'slotAt', type: 'number', required: true },
    { name: 'failures', type: 'number', required: true },
    { name: 'closedUntil', type: 'number', required: true },
    { name: 'failingSince', type: 'number', required: true },
    { name: 'reason', type: 'text' },
  ],
})
