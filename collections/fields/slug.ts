import type { TextField } from 'payload'
import { publicField } from '../../plugins/publications/index.ts'
import { slugOf } from '../../src/text/slug.ts'

/**
 * The last part of a document's public address. Left empty, it is made from the Vietnamese title (or what `from`
 * says); what is typed is brought into the allowed letters.
 *
 * @param from the text a slug is made from, by the row
 */
export const slug = (from: (row: Record<string, unknown>) => string = (row) => String(row.title ?? '')): TextField =>
  publicField({
    name: 'slug',
    type: 'text',
    label: { vi: 'Địa chỉ trang (slug)', en: 'Address (slug)' },
    unique: true,
    index: true,
    maxLength: 120,
    admin: {
      position: 'sidebar',
      description: {
        vi: 'Phần cuối của địa chỉ trên cổng. Để trống, hệ thống tự đặt theo số hiệu hoặc tiêu đề.',
        en: 'Last part of the public address. Left empty, it is made from the number or the title.',
      },
    },
    hooks: {
      beforeValidate: [
        ({ value, data, originalDoc, req, operation }) => {
          if (typeof value === 'string' && value.trim()) return slugOf(value)
          if (operation === 'update' && originalDoc?.slug && value === undefined) return originalDoc.slug
          // Slugs are not localised: a Khmer title must not name a page that has a Vietnamese one.
          const vietnamese = !req.locale || req.locale === 'vi' || req.locale === 'all'
          const source = from({ ...originalDoc, ...data })
          return vietnamese || !originalDoc?.slug ? slugOf(source) || undefined : originalDoc.slug
        },
      ],
    },
  })
