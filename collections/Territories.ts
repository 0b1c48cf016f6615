import { day } from './fields/day.ts'
import { text } from './fields/text.ts'
import { name, referenceCollection, stableKey, subscribable } from './references.ts'

/** Places. They have a validity period, because provinces merge and districts end. */
export const Territories = referenceCollection({
  slug: 'territories',
  labels: { vi: 'Địa bàn', en: 'Territories' },
  useAsTitle: 'name',
  columns: ['name', 'kind', 'validFrom', 'validTo'],
  fields: [
    stableKey('code'),
    name(),
    {
      name: 'kind',
      type: 'select',
      required: true,
      label: { vi: 'Cấp', en: 'Level' },
      options: [
        { value: 'province', label: { vi: 'Tỉnh, thành phố', en: 'Province' } },
        { value: 'district', label: { vi: 'Huyện (đến 30/6/2025)', en: 'District (until 30 June 2025)' } },
        { value: 'commune', label: { vi: 'Xã, phường', en: 'Commune' } },
      ],
    },
    subscribable,
    { name: 'parent', type: 'relationship', relationTo: 'territories', label: { vi: 'Thuộc', en: 'Part of' } },
    day({ name: 'validFrom', label: { vi: 'Từ ngày', en: 'From' } }),
    day({ name: 'validTo', label: { vi: 'Đến hết ngày', en: 'Until' } }),
    {
      name: 'successors',
      type: 'relationship',
      relationTo: 'territories',
      hasMany: true,
      label: { vi: 'Địa bàn kế thừa', en: 'Successors' },
    },
    text({ name: 'legalBasis', label: { vi: 'Căn cứ pháp lý', en: 'Legal basis' } }),
  ],
})
