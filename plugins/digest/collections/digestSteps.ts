import type { CollectionConfig } from 'payload'
import { ownCollection } from './ownCollection.ts'

/** How each step of the outbox went last, for whoever runs the system. */
export const digestSteps: CollectionConfig = ownCollection({
  slug: 'digest-steps',
  labels: {
    singular: { vi: 'Bước của bản tin', en: 'Step of the digests' },
    plural: { vi: 'Bước của bản tin', en: 'Steps of the digests' },
  },
  useAsTitle: 'name',
  columns: ['name', 'endedAt', 'ms', 'failures'],
  newest: 'endedAt',
  read: () => false,
  hidden: true,
  fields: [
    { name: 'name', type: 'text', required: true, unique: true },
    { name: 'endedAt', type: 'text', required: true },
    { name: 'okAt', type: 'text' },
    { name: 'ms', type: 'number', required: true },
    { name: 'failures', type: 'number', required: true },
    { name: 'error', type: 'text' },
  ],
})
