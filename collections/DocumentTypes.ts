import { text } from './fields/text.ts'
import { name, referenceCollection, stableKey, subscribable } from './references.ts'

/** Document types with their codes (Decree 30/2020/NĐ-CP, Appendix III), and normative types. Case matters. */
export const DocumentTypes = referenceCollection({
  slug: 'document-types',
  labels: { vi: 'Loại văn bản', en: 'Document types' },
  useAsTitle: 'name',
  columns: ['name', 'code', 'family'],
  fields: [
    stableKey('code'),
    name(),
    subscribable,
    text({
      name: 'abbreviation',
      label: { vi: 'Viết tắt trong ký hiệu', en: 'Abbreviation in symbols' },
      maxLength: 20,
    }),
    {
      name: 'family',
      type: 'select',
      label: { vi: 'Nhóm', en: 'Family' },
      options: [
        { value: 'administrative', label: { vi: 'Hành chính', en: 'Administrative' } },
        { value: 'statutory', label: { vi: 'Quy phạm pháp luật', en: 'Statutory' } },
        { value: 'party', label: { vi: 'Của Đảng', en: 'Party' } },
      ],
    },
    { name: 'numberCarriesYear', type: 'checkbox', label: { vi: 'Số hiệu có năm', en: 'The number carries the year' } },
  ],
})
