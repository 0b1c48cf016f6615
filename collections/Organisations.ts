import { day } from './fields/day.ts'
import { text } from './fields/text.ts'
import { name, referenceCollection, stableKey } from './references.ts'

/**
 * Bodies that issue and implement documents. They have a validity period, because bodies end and others succeed them.
 */
export const Organisations = referenceCollection({
  slug: 'organisations',
  labels: { vi: 'Cơ quan, đơn vị', en: 'Organisations' },
  useAsTitle: 'name',
  columns: ['name', 'shortName', 'validFrom', 'validTo'],
  fields: [
    stableKey('code'),
    name(),
    text({ name: 'shortName', label: { vi: 'Tên viết tắt', en: 'Short name' }, localized: true }),
    { name: 'territory', type: 'relationship', relationTo: 'territories', label: { vi: 'Địa bàn', en: 'Territory' } },
    { name: 'parent', type: 'relationship', relationTo: 'organisations', label: { vi: 'Trực thuộc', en: 'Part of' } },
    day({ name: 'validFrom', label: { vi: 'Thành lập từ ngày', en: 'From' } }),
    day({ name: 'validTo', label: { vi: 'Chấm dứt sau ngày', en: 'Until' } }),
    {
      name: 'successors',
      type: 'relationship',
      relationTo: 'organisations',
      hasMany: true,
      label: { vi: 'Cơ quan kế thừa', en: 'Successors' },
    },
    text({ name: 'legalBasis', label: { vi: 'Căn cứ pháp lý', en: 'Legal basis' } }),
  ],
})
