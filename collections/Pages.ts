import type { CollectionConfig } from 'payload'
import { publicField } from '../plugins/publications/index.ts'
import { body, readership, summaryShown, title } from './fields/common.ts'
import { slug } from './fields/slug.ts'
import { wholeNumber } from './fields/wholeNumber.ts'
import { governed } from './governed.ts'

/** Trang giới thiệu: what stands on the website for long, such as who runs it and how to reach them. */
export const Pages: CollectionConfig = governed({
  slug: 'pages',
  labels: { singular: { vi: 'Trang giới thiệu', en: 'Page' }, plural: { vi: 'Trang giới thiệu', en: 'Pages' } },
  description: {
    vi: 'Trang đứng lâu trên cổng: giới thiệu, liên hệ, hướng dẫn.',
    en: 'What stands for long: about the portal, contact, guides.',
  },
  columns: ['title', 'inMenu', 'menuOrder'],
  sidebar: [
    slug(),
    publicField({
      name: 'inMenu',
      type: 'checkbox',
      label: { vi: 'Hiện trong menu', en: 'Shown in the menu' },
      admin: { position: 'sidebar' },
    }),
    publicField({
      name: 'menuUnder',
      type: 'relationship',
      relationTo: 'pages',
      label: { vi: 'Nằm dưới trang', en: 'Under the page' },
      filterOptions: ({ id }) => (id === undefined ? true : { id: { not_equals: id } }),
      admin: { position: 'sidebar', condition: (data) => data?.inMenu === true, allowCreate: false },
    }),
    publicField(
      wholeNumber({
        name: 'menuOrder',
        label: { vi: 'Thứ tự trong menu', en: 'Place in the menu' },
        min: 1,
        max: 999,
        admin: { position: 'sidebar', condition: (data) => data?.inMenu === true },
      }),
    ),
  ],
  fields: [
    title(),
    summaryShown({
      vi: 'Một vài câu, hiện dưới tiêu đề và trong kết quả tìm kiếm.',
      en: 'A few sentences, shown below the title and among search results.',
    }),
    body,
    publicField({
      name: 'files',
      type: 'upload',
      relationTo: 'media',
      hasMany: true,
      maxRows: 20,
      label: { vi: 'Tệp đính kèm', en: 'Files' },
    }),
    ...readership,
  ],
})
