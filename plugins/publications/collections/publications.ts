import type { Access, CollectionConfig } from 'payload'
import { faultsEndpoint } from '../endpoints/faults.ts'
import { appendOnly } from './appendOnly.ts'

/** The append-only log of publications. */
export const publicationsCollection = (read: Access): CollectionConfig =>
  appendOnly({
    slug: 'publications',
    labels: { singular: { vi: 'Lần công bố', en: 'Publication' }, plural: { vi: 'Sổ công bố', en: 'Publications' } },
    useAsTitle: 'url',
    read,
    endpoints: [faultsEndpoint(read)],
    fields: [
      { name: 'seq', type: 'number', required: true, unique: true },
      { name: 'key', type: 'text', required: true, unique: true },
      { name: 'kind', type: 'text', required: true },
      { name: 'collection', type: 'text', required: true },
      { name: 'document', type: 'text', required: true, index: true },
      { name: 'url', type: 'text' },
      { name: 'slug', type: 'text' },
      { name: 'edition', type: 'number' },
      { name: 'contentHash', type: 'text', index: true },
      { name: 'major', type: 'checkbox' },
      { name: 'changeNote', type: 'textarea' },
      { name: 'capacities', type: 'textarea' },
      { name: 'eventsHead', type: 'text' },
      { name: 'at', type: 'text', required: true, index: true },
      { name: 'prev', type: 'text' },
      { name: 'hash', type: 'text', required: true },
    ],
  })
