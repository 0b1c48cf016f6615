import type { CollectionConfig } from 'payload'
import { ownCollection } from './ownCollection.ts'

/** Keys under which links in mails are derived, encrypted. Nobody can read them; old ones stay, because leaving works for ever. */
export const digestKeys: CollectionConfig = ownCollection({
  slug: 'digest-keys',
  labels: { singular: { vi: 'Khóa liên kết', en: 'Link key' }, plural: { vi: 'Khóa liên kết', en: 'Link keys' } },
  useAsTitle: 'generation',
  columns: ['generation', 'createdOn'],
  newest: 'generation',
  read: () => false,
  hidden: true,
  fields: [
    { name: 'generation', type: 'number', required: true, unique: true },
    { name: 'sealed', type: 'text', required: true },
    { name: 'createdOn', type: 'text', required: true },
  ],
})
