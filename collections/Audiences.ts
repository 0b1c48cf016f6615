import { name, referenceCollection, stableKey } from './references.ts'

/** Target groups of documents, including the priority groups of legal education. */
export const Audiences = referenceCollection({
  slug: 'audiences',
  labels: { vi: 'Đối tượng', en: 'Audiences' },
  useAsTitle: 'title',
  columns: ['title', 'priority'],
  fields: [
    stableKey('slug'),
    name('title'),
    { name: 'priority', type: 'checkbox', label: { vi: 'Nhóm ưu tiên, đặc thù', en: 'Priority group' } },
  ],
})
