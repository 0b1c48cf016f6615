import type { UploadField, UploadFieldSingleValidation } from 'payload'
import { upload } from 'payload/shared'
import { say } from '../../lib/faults/say.ts'

const KINDS = {
  video: {
    is: { mimeType: { contains: 'video' } },
    vi: 'Đây không phải tệp video; xin chọn tệp MP4 hoặc WebM.',
    en: 'This is no video; choose an MP4 or WebM file.',
  },
  image: {
    is: { mimeType: { contains: 'image' } },
    vi: 'Đây không phải ảnh; xin chọn tệp ảnh.',
    en: 'This is no picture; choose a picture.',
  },
  captions: {
    is: { mimeType: { equals: 'text/vtt' } },
    vi: 'Đây không phải tệp phụ đề; xin chọn tệp WebVTT (.vtt).',
    en: 'These are no captions; choose a WebVTT file (.vtt).',
  },
} as const

/**
 * A file of one kind from the media library. Guarantees a clear message when another kind is rejected; Payload's own
 * message ends in the row's id.
 */
export const fileOfKind = (kind: keyof typeof KINDS, field: Pick<UploadField, 'name' | 'label'>): UploadField => {
  const { is, vi, en } = KINDS[kind]
  const validate: UploadFieldSingleValidation = async (value, options) => {
    const answer = await upload(value, options)
    const refused = typeof answer === 'string' && answer.startsWith(options.req.t('validation:invalidSelections'))
    return refused ? say(options.req, vi, en) : answer
  }
  return { ...field, type: 'upload', relationTo: 'media', filterOptions: is, validate }
}
