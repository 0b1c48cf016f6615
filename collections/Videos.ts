import type { CollectionConfig, PayloadRequest } from 'payload'
import { say } from '../lib/faults/say.ts'
import { publicField } from '../plugins/publications/index.ts'
import { EMBED_HOSTS, embedAddress } from './checks/embed.ts'
import { body, readership, summary, title } from './fields/common.ts'
import { day } from './fields/day.ts'
import { fileOfKind } from './fields/fileOfKind.ts'
import { slug } from './fields/slug.ts'
import { paragraph, text } from './fields/text.ts'
import { wholeNumber } from './fields/wholeNumber.ts'
import { governed } from './governed.ts'
import { lengthOfFile } from './hooks/lengthOfFile.ts'

/** Video tuyên truyền: a file, or a player of an allowed host. */
export const Videos: CollectionConfig = governed({
  slug: 'videos',
  labels: { singular: { vi: 'Video', en: 'Video' }, plural: { vi: 'Video', en: 'Videos' } },
  description: { vi: 'Video phổ biến, giáo dục pháp luật.', en: 'Videos of legal education.' },
  columns: ['title', 'recordedOn'],
  sidebar: [slug()],
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: { vi: 'Video', en: 'Video' },
          fields: [
            title(),
            summary,
            body,
            publicField(day({ name: 'recordedOn', label: { vi: 'Ngày ghi hình', en: 'Recorded on' }, index: true })),
            publicField(text({ name: 'source', label: { vi: 'Nguồn', en: 'Source' } })),
            publicField(fileOfKind('video', { name: 'file', label: { vi: 'Tệp video', en: 'File' } })),
            publicField({
              name: 'embedUrl',
              type: 'text',
              label: { vi: 'Địa chỉ nhúng', en: 'Embed address' },
              maxLength: 300,
              admin: {
                description: {
                  vi: 'Dán địa chỉ trang video trên YouTube hoặc Vimeo; hệ thống đổi thành địa chỉ nhúng.',
                  en: 'Paste the address of a video on YouTube or Vimeo; it becomes that of its player.',
                },
              },
              hooks: {
                beforeValidate: [
                  ({ value }) => (typeof value === 'string' ? (embedAddress(value) ?? value.trim()) : value),
                ],
              },
              validate: (value: unknown, { req }: { req: PayloadRequest }) =>
                !value || (typeof value === 'string' && embedAddress(value) === value)
                  ? true
                  : say(
                      req,
                      `Chỉ nhúng được video từ ${EMBED_HOSTS.join(', ')}; xin dán lại địa chỉ của video.`,
                      `Only videos of ${EMBED_HOSTS.join(', ')} can be embedded; paste the address of one.`,
                    ),
            }),
            publicField(fileOfKind('image', { name: 'poster', label: { vi: 'Ảnh bìa', en: 'Poster' } })),
            publicField(
              wholeNumber({
                name: 'durationSeconds',
                label: { vi: 'Thời lượng (giây)', en: 'Duration (seconds)' },
                min: 0,
                max: 86_400,
                hooks: { beforeChange: [lengthOfFile] },
                admin: {
                  description: {
                    vi: 'Để trống thì lấy theo tệp video, nếu tệp có ghi.',
                    en: 'Left empty it is read from the file, where the file tells.',
                  },
                },
              }),
            ),
          ],
        },
        {
          label: { vi: 'Phụ đề, lời thoại', en: 'Captions and transcript' },
          fields: [
            publicField({
              name: 'captions',
              type: 'array',
              label: { vi: 'Phụ đề', en: 'Captions' },
              labels: {
                singular: { vi: 'phụ đề', en: 'captions' },
                plural: { vi: 'phụ đề', en: 'captions' },
              },
              maxRows: 10,
              fields: [
                publicField({
                  name: 'lang',
                  type: 'select',
                  required: true,
                  label: { vi: 'Ngôn ngữ', en: 'Language' },
                  options: [
                    { value: 'vi', label: { vi: 'Tiếng Việt', en: 'Vietnamese' } },
                    { value: 'km', label: { vi: 'Tiếng Khmer', en: 'Khmer' } },
                    { value: 'zh', label: { vi: 'Tiếng Trung', en: 'Chinese' } },
                    { value: 'en', label: { vi: 'Tiếng Anh', en: 'English' } },
                  ],
                }),
                publicField({
                  name: 'kind',
                  type: 'select',
                  defaultValue: 'captions',
                  label: { vi: 'Loại', en: 'Kind' },
                  options: [
                    { value: 'captions', label: { vi: 'Phụ đề cho người khiếm thính', en: 'Captions' } },
                    { value: 'subtitles', label: { vi: 'Phụ đề dịch', en: 'Subtitles' } },
                    { value: 'descriptions', label: { vi: 'Thuyết minh cho người khiếm thị', en: 'Descriptions' } },
                  ],
                }),
                publicField(fileOfKind('captions', { name: 'file', label: { vi: 'Tệp WebVTT', en: 'WebVTT file' } })),
              ],
            }),
            publicField(
              paragraph({
                name: 'transcript',
                label: { vi: 'Lời thoại', en: 'Transcript' },
                localized: true,
                maxLength: 100_000,
              }),
            ),
            {
              name: 'captionExemption',
              type: 'group',
              label: { vi: 'Tạm miễn phụ đề', en: 'Exemption from captions' },
              fields: [
                paragraph({ name: 'reason', label: { vi: 'Lý do', en: 'Reason' } }),
                day({ name: 'until', label: { vi: 'Đến ngày', en: 'Until' } }),
              ],
            },
          ],
        },
        { label: { vi: 'Người xem', en: 'Viewers' }, fields: readership },
      ],
    },
  ],
})
