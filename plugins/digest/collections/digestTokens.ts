import type { CollectionConfig } from 'payload'
import { ownCollection } from './ownCollection.ts'

/** Hashes of the secret tokens in mailed links. Nobody can read them. */
export const digestTokens: CollectionConfig = ownCollection({
  slug: 'digest-tokens',
  labels: { singular: { vi: 'Mã liên kết', en: 'Link token' }, plural: { vi: 'Mã liên kết', en: 'Link tokens' } },
  useAsTitle: 'purpose',
  columns: ['purpose', 'createdOn'],
  newest: 'createdOn',
  read: () => false,
  hidden: true,
  indexes: [{ fields: ['purpose', 'expiresAt'] }],
  fields: [
    { name: 'hash', type: 'text', required: true, unique: true },
    { name: 'purpose', type: 'text', required: true },
    { name: 'subscriber', type: 'text', required: true, index: true },
    { name: 'request', type: 'textarea' },
    { name: 'createdOn', type: 'text', required: true },
    { name: 'expiresAt', type: 'text' },
    { name: 'usedAt', type: 'text' },
  ],
})
