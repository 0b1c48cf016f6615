import type { Field, TextField } from 'payload'
import { legacyPath } from '../../lib/text/legacyPath.ts'
import { publicField } from '../../plugins/publications/index.ts'
import { nobody } from '../access/index.ts'

const broken = (address: string) => ({
  vi: `“${address}” không phải địa chỉ trang trên cổng cũ; xin ghi dạng https://… hoặc /duong-dan.`,
  en: `“${address}” is no address of a page of the old portal; write https://… or /path.`,
})

/**
 * Addresses of the document on the previous portal, so that old links still work. Stored as paths; a full URL is
 * normalised to its path.
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
    // A copy is another page, and an old address belongs to one document only.
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

/** Key by which a repeated import recognises a row, whatever editors have changed in it. Private. */
const importKey: Field = {
  name: 'importKey',
  type: 'text',
  index: true,
  access: { create: nobody, update: nobody },
  admin: { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true },
  hooks: { beforeDuplicate: [() => null] },
}

/** Fields that link a document to the previous portal. */
export const legacy: Field[] = [legacyUrls, importKey]
