import type { Field, TextField } from 'payload'
import { legacyPath } from '../../lib/text/legacyPath.ts'
import { publicField } from '../../plugins/publications/index.ts'
import { nobody } from '../access/index.ts'

const broken = (address: string) => ({
  vi: `“${address}” không phải địa chỉ trang trên cổng cũ; xin ghi dạng https://… hoặc /duong-dan.`,
  en: `“${address}” is no address of a page of the old portal; write https://… or /path.`,
})

/**
 * Where the document stood on the portal before this one, so that its old links still lead here. Kept as paths; what
 * is typed or imported as a whole address is brought into that form.
 */
const legacyUrls: TextField = publicField({
  name: 'legacyUrls',
  type: 'text',
  hasMany: true,
  maxRows: 20,
  label: { vi: 'Địa chỉ trên cổng cũ', en: 'Addresses on the old portal' },
  admin: {
    position: 'sidebar',
    description: {
      vi: 'Liên kết cũ sẽ dẫn về trang này. Dán nguyên địa chỉ cũ rồi nhấn Enter.',
      en: 'Old links will lead to this page. Paste the old address, then press Enter.',
    },
  },
  hooks: {
    // A copy is another page; the old one is reached by one document alone.
    beforeDuplicate: [() => []],
    beforeValidate: [
      ({ value }) =>
        Array.isArray(value)
          ? [...new Set(value.map((one) => (typeof one === 'string' ? (legacyPath(one) ?? one.trim()) : one)))]
          : value,
    ],
  },
  validate: (value: unknown, { req }: { req: { i18n?: { language?: string } } }) => {
    if (value === null || value === undefined) return true
    const addresses = Array.isArray(value) ? value : [value]
    if (addresses.length > 20)
      return req.i18n?.language === 'en' ? 'At most 20 old addresses.' : 'Nhiều nhất 20 địa chỉ cũ.'
    const wrong = addresses.find((one) => typeof one !== 'string' || legacyPath(one) !== one)
    if (wrong === undefined) return true
    const said = broken(String(wrong).slice(0, 80))
    return req.i18n?.language === 'en' ? said.en : said.vi
  },
} as TextField)

/** What an import knows a row by when it runs again, whatever editors have made of the row since. Private. */
const importKey: Field = {
  name: 'importKey',
  type: 'text',
  index: true,
  access: { create: nobody, update: nobody },
  admin: { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true },
  hooks: { beforeDuplicate: [() => null] },
}

/** What ties a document to the portal before this one. */
export const legacy: Field[] = [legacyUrls, importKey]
