import { randomUUID } from 'node:crypto'
import type { CollectionBeforeValidateHook } from 'payload'
import { MOST_SEARCH_WORDS } from '../src/portal/limits.ts'
import { nobody } from './access/index.ts'
import { forgetWordSets } from './finding/wordSets.ts'
import { referenceCollection } from './references.ts'

/** The words as one line, so that a row has a readable title and lists can search it. */
const summarise: CollectionBeforeValidateHook = ({ data, originalDoc }) => {
  const words = (data?.words ?? originalDoc?.words ?? []) as unknown
  const title = Array.isArray(words) ? words.filter((word) => typeof word === 'string').join(' = ') : ''
  return { ...data, code: originalDoc?.code ?? data?.code ?? randomUUID(), title: title.slice(0, 500) }
}

const generated = { access: { create: nobody, update: nobody }, admin: { hidden: true, disableBulkEdit: true } }

/** Words that the search treats as equal, and words that it ignores, in any language. */
export const SearchWords = referenceCollection({
  slug: 'search-words',
  labels: { vi: 'Từ tìm kiếm', en: 'Search words' },
  useAsTitle: 'title',
  columns: ['title', 'kind', 'inUse'],
  beforeValidate: [summarise],
  afterChange: [
    ({ req }) => {
      forgetWordSets(req.payload)
    },
  ],
  fields: [
    { name: 'code', type: 'text', unique: true, index: true, ...generated },
    {
      name: 'title',
      type: 'text',
      label: { vi: 'Các từ', en: 'Words' },
      ...generated,
      admin: { ...generated.admin, hidden: false, condition: () => false },
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'synonyms',
      label: { vi: 'Loại', en: 'Kind' },
      options: [
        { value: 'synonyms', label: { vi: 'Từ đồng nghĩa, viết tắt', en: 'Synonyms, abbreviations' } },
        { value: 'stopWords', label: { vi: 'Từ bỏ qua khi tìm', en: 'Words to ignore' } },
      ],
    },
    {
      name: 'words',
      type: 'text',
      hasMany: true,
      required: true,
      maxRows: MOST_SEARCH_WORDS,
      maxLength: 100,
      label: { vi: 'Các từ', en: 'Words' },
      admin: {
        description: {
          vi: 'Gõ từng từ hoặc cụm từ rồi nhấn Enter. Người dân tìm một từ sẽ thấy cả văn bản dùng các từ còn lại.',
          en: 'Type each word or phrase and press Enter. Who searches for one also finds documents with the others.',
        },
      },
    },
    {
      name: 'inUse',
      type: 'checkbox',
      defaultValue: true,
      label: { vi: 'Đang dùng', en: 'In use' },
      admin: { description: { vi: 'Bỏ đánh dấu để ngừng dùng.', en: 'Untick it to stop using the row.' } },
    },
  ],
})
