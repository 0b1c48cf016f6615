import type { Access, CollectionConfig } from 'payload'
import { ownCollection } from './ownCollection.ts'

/**
 * Proof of consent: who (by reference and keyed hash, never by address) said yes or no, when, how, and to which exact
 * text. Rows are only added.
 */
export const consentEvents = (read: Access): CollectionConfig =>
  ownCollection({
    slug: 'consent-events',
    labels: {
      singular: { vi: 'Lần đồng ý hoặc rút lại', en: 'Consent event' },
      plural: { vi: 'Sổ đồng ý', en: 'Consent events' },
    },
    useAsTitle: 'key',
    columns: ['subscriber', 'type', 'at', 'how'],
    read,
    fields: [
      { name: 'key', type: 'text', required: true, unique: true },
      { name: 'subscriber', type: 'text', required: true, index: true },
      { name: 'emailHmac', type: 'text', required: true, index: true },
      { name: 'type', type: 'text', required: true },
      { name: 'at', type: 'text', required: true },
      { name: 'how', type: 'text' },
      { name: 'network', type: 'text' },
      { name: 'textVersion', type: 'text' },
      { name: 'textSha256', type: 'text' },
      { name: 'text', type: 'textarea' },
      { name: 'request', type: 'textarea' },
    ],
  })
