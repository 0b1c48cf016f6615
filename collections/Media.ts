import type { CollectionConfig } from 'payload'
import { UPLOAD_KINDS } from '../src/portal/uploads.ts'
import { allow, anyone, nobody } from './access/index.ts'
import { text } from './fields/text.ts'
import { findable } from './finding/findable.ts'
import { explained } from './help.ts'
import { keepUpload } from './hooks/keepUpload.ts'
import { uploadEndpoint } from './uploads/endpoint.ts'
import { SIZES } from './uploads/finding.ts'
import { serveStored } from './uploads/serveStored.ts'
import { onlyStored, tellFile } from './uploads/storedFile.ts'
import type { UploadStore } from './uploads/uploadStore.ts'

/**
 * The media library. Files are stored under plain ASCII names and never change. Publishing copies the files of an
 * edition by checksum.
 *
 * @param args.mediaDir absolute folder of the files
 * @param args.uploads the only way to add a file; stored in `custom.uploads`
 */
export const media = ({ mediaDir, uploads }: { mediaDir: string; uploads: UploadStore }): CollectionConfig =>
  findable(
    {
      slug: 'media',
      custom: { uploads },
      endpoints: [uploadEndpoint(uploads)],
      labels: { singular: { vi: 'Tệp', en: 'File' }, plural: { vi: 'Kho tệp', en: 'Media' } },
      access: {
        read: anyone,
        create: allow('contributor', 'editor', 'secretary', 'head'),
        update: allow('contributor', 'editor', 'secretary', 'head'),
        // Never deleted, because an open document may refer to a file, and so do published ones. A file ends by not being
        // shown.
        delete: nobody,
      },
      admin: {
        useAsTitle: 'filename',
        defaultColumns: ['filename', 'alt', 'mimeType', 'filesize'],
        group: { vi: 'Nội dung', en: 'Content' },
        hideAPIURL: true,
      },
      disableDuplicate: true,
      upload: {
        staticDir: mediaDir,
        mimeTypes: UPLOAD_KINDS.map((kind) => kind.mimeType),
        handlers: [serveStored(mediaDir)],
        pasteURL: false,
        crop: false,
        focalPoint: false,
        displayPreview: true,
        // Files are stored before their rows, and Payload receives none: it only keeps the columns.
        filesRequiredOnCreate: false,
        imageSizes: SIZES.map(({ name, width }) => ({ name, width })),
        adminThumbnail: 'thumbnail',
        modifyResponseHeaders: ({ headers }) => {
          headers.set('x-content-type-options', 'nosniff')
          headers.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
          headers.set('cache-control', 'private, no-store')
          if (!/^(image\/|application\/pdf|video\/)/.test(headers.get('content-type') ?? ''))
            headers.set('content-disposition', 'attachment')
          return headers
        },
      },
      hooks: {
        beforeOperation: [keepUpload, onlyStored],
        beforeChange: [tellFile],
      },
      fields: explained('media', [
        text({
          name: 'alt',
          label: { vi: 'Mô tả cho người khiếm thị', en: 'Alternative text' },
          localized: true,
          admin: {
            description: {
              vi: 'Bắt buộc với ảnh: nói ngắn gọn ảnh cho thấy gì.',
              en: 'Required for pictures: what it shows, in short.',
            },
          },
          validate: (
            value: unknown,
            {
              siblingData,
              req,
            }: {
              siblingData: { mimeType?: string }
              req: { i18n?: { language?: string }; file?: { mimetype: string } }
            },
          ) =>
            !(siblingData?.mimeType ?? req.file?.mimetype ?? '').startsWith('image/') ||
            (typeof value === 'string' && value.trim())
              ? true
              : req.i18n?.language === 'en'
                ? 'Say what the picture shows.'
                : 'Xin mô tả ảnh cho người khiếm thị.',
        } as Parameters<typeof text>[0]),
        text({ name: 'caption', label: { vi: 'Chú thích', en: 'Caption' }, localized: true }),
        {
          name: 'textLayer',
          type: 'select',
          access: { create: nobody, update: nobody },
          label: { vi: 'Lớp chữ của PDF', en: 'Text layer of the PDF' },
          options: [
            { value: 'text', label: { vi: 'Có chữ', en: 'Text' } },
            { value: 'scan', label: { vi: 'Bản quét, không có chữ', en: 'A scan without text' } },
            { value: 'unknown', label: { vi: 'Chưa rõ, máy không đọc được', en: 'Not known, it could not be read' } },
          ],
          admin: {
            readOnly: true,
            position: 'sidebar',
            condition: (data) => data?.mimeType === 'application/pdf',
            description: {
              vi: 'Bản quét không đọc được bằng trình đọc màn hình và không tìm kiếm được; nên kèm bản có chữ.',
              en: 'Screen readers and search cannot read a scan; add a version with text.',
            },
          },
        },
        {
          name: 'durationSeconds',
          type: 'number',
          access: { create: nobody, update: nobody },
          label: { vi: 'Thời lượng (giây)', en: 'Duration (seconds)' },
          admin: {
            readOnly: true,
            position: 'sidebar',
            condition: (data) => String(data?.mimeType ?? '').startsWith('video/'),
          },
        },
        {
          name: 'sha256',
          type: 'text',
          index: true,
          access: { create: nobody, update: nobody },
          label: { vi: 'Mã kiểm tra SHA-256', en: 'SHA-256' },
          admin: { readOnly: true, position: 'sidebar' },
        },
        {
          name: 'previewSha256',
          type: 'text',
          access: { create: nobody, update: nobody },
          admin: { hidden: true },
        },
      ]),
    },
    ['filename', 'alt', 'caption'],
  )
