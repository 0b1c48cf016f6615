import type { CollectionConfig } from 'payload'
import { publicField } from '../plugins/publications/index.ts'
import { allowField } from './access/index.ts'
import { body, readership, summary, title } from './fields/common.ts'
import { day } from './fields/day.ts'
import { fileOfKind } from './fields/fileOfKind.ts'
import { slug } from './fields/slug.ts'
import { text } from './fields/text.ts'
import { wholeNumber } from './fields/wholeNumber.ts'
import { governed } from './governed.ts'
import { royalties } from './royalties/endpoint.ts'
import { READS_ROYALTIES } from './royalties/readers.ts'

/** Tin và bản tin: news, or an issue of a periodical. */
export const Bulletins: CollectionConfig = governed({
  slug: 'bulletins',
  labels: { singular: { vi: 'Tin, bản tin', en: 'Bulletin' }, plural: { vi: 'Tin, bản tin', en: 'Bulletins' } },
  description: { vi: 'Tin tức pháp luật và các số bản tin.', en: 'Legal news and issues of the bulletin.' },
  columns: ['title', 'kind', 'date'],
  sidebar: [slug()],
  endpoints: [royalties],
  overList: ['/collections/components/RoyaltyExport#RoyaltyExport'],
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: { vi: 'Bài viết', en: 'The text' },
          fields: [
            publicField({
              name: 'kind',
              type: 'select',
              label: { vi: 'Loại', en: 'Kind' },
              required: true,
              defaultValue: 'news',
              options: [
                { value: 'news', label: { vi: 'Tin tức', en: 'News' } },
                { value: 'issue', label: { vi: 'Số bản tin', en: 'Issue of the bulletin' } },
              ],
            }),
            title(),
            summary,
            body,
            publicField(fileOfKind('image', { name: 'picture', label: { vi: 'Ảnh', en: 'Picture' } })),
            publicField(
              text({
                name: 'pictureCredit',
                label: { vi: 'Nguồn ảnh', en: 'Credit of the picture' },
                maxLength: 200,
              }),
            ),
            publicField(
              text({
                name: 'byline',
                label: { vi: 'Đơn vị đưa tin', en: 'By-line' },
                localized: true,
                admin: { description: { vi: 'Tên đơn vị, không ghi tên cá nhân.', en: 'A unit, never a person.' } },
              }),
            ),
            publicField(text({ name: 'source', label: { vi: 'Nguồn', en: 'Source' } })),
            publicField(day({ name: 'date', label: { vi: 'Ngày', en: 'Date' }, index: true })),
          ],
        },
        {
          label: { vi: 'Số bản tin', en: 'Issue' },
          fields: [
            {
              type: 'row',
              fields: [
                publicField(wholeNumber({ name: 'issueNo', label: { vi: 'Số', en: 'Number' }, min: 1, max: 9999 })),
                publicField(wholeNumber({ name: 'year', label: { vi: 'Năm', en: 'Year' }, min: 1945, max: 2200 })),
              ],
            },
            publicField({
              name: 'files',
              type: 'upload',
              relationTo: 'media',
              hasMany: true,
              maxRows: 20,
              label: { vi: 'Tệp', en: 'Files' },
            }),
          ],
        },
        {
          label: { vi: 'Liên quan', en: 'Related' },
          fields: [
            publicField({
              name: 'about',
              type: 'relationship',
              relationTo: 'directives',
              hasMany: true,
              label: { vi: 'Nói về văn bản', en: 'About' },
            }),
            ...readership,
          ],
        },
        {
          label: { vi: 'Tác giả, nhuận bút', en: 'Authors' },
          description: { vi: 'Chỉ dùng nội bộ, không bao giờ công bố.', en: 'Internal, never published.' },
          fields: [
            {
              name: 'contributors',
              type: 'array',
              label: { vi: 'Tác giả', en: 'Authors' },
              labels: { singular: { vi: 'tác giả', en: 'author' }, plural: { vi: 'tác giả', en: 'authors' } },
              // A person who cannot read the rows must not overwrite them.
              access: {
                read: allowField(...READS_ROYALTIES),
                create: allowField('editor', 'secretary', 'head'),
                update: allowField('editor', 'secretary', 'head'),
              },
              maxRows: 20,
              fields: [
                text({ name: 'name', label: { vi: 'Họ và tên', en: 'Name' } }),
                wholeNumber({
                  name: 'royalty',
                  label: { vi: 'Nhuận bút (đồng)', en: 'Royalty (VND)' },
                  min: 0,
                  max: 1_000_000_000,
                }),
              ],
            },
          ],
        },
      ],
    },
  ],
})
