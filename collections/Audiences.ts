import { name, referenceCollection, stableKey } from './references.ts'

/** Groups of people that documents address, the priority groups of legal education among them. */
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
