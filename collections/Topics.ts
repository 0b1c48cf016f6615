import { paragraph } from './fields/text.ts'
import { name, referenceCollection, stableKey, subscribable } from './references.ts'

/** Topics that citizens browse and subscribe to. */
export const Topics = referenceCollection({
  slug: 'topics',
  labels: { vi: 'Chủ đề', en: 'Topics' },
  useAsTitle: 'title',
  columns: ['title', 'slug'],
  fields: [
    stableKey('slug'),
    name('title'),
    subscribable,
    paragraph({ name: 'description', label: { vi: 'Mô tả', en: 'Description' }, localized: true }),
  ],
})
