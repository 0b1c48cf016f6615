import { name, referenceCollection, stableKey, subscribable } from './references.ts'

/** Target groups of documents, including the priority groups of legal education. */
export const Audiences = referenceCollection({
  slug: 'audiences',
  labels: { vi: 'Đối tượng', en: 'Audiences' },
  useAsTitle: 'title',
  columns: ['title', 'priority'],
  fields: [
    stableKey('slug'),
    name('title'),
    subscribable,
    { name: 'priority', type: 'checkbox', label: { vi: 'Nhóm ưu tiên, đặc thù', en: 'Priority group' } },
  ],
})
