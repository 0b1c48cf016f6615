import { createHash } from 'node:crypto'
import path from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { APIError, type CollectionBeforeOperationHook, type PayloadRequest } from 'payload'
import sharp from 'sharp'
import { slugOf } from '../../src/text/slug.ts'
import { isWebVtt, UPLOAD_KINDS, type UploadKind } from '../checks/upload.ts'

const MOST_PIXELS = 60_000_000

const refuse = (req: PayloadRequest, vi: string, en: string, code = 'FILE_REFUSED', status = 422): never => {
  throw new APIError(req.i18n?.language === 'en' ? en : vi, status, { code }, true)
}

const detect = async (bytes: Uint8Array): Promise<UploadKind | undefined> => {
  const found = await fileTypeFromBuffer(bytes)
  const mimeType = found?.mime ?? (isWebVtt(bytes) ? 'text/vtt' : undefined)
  return UPLOAD_KINDS.find((kind) => kind.mimeType === mimeType)
}

/** A picture that opens, within the limit of pixels; decoding it now keeps a broken one from being stored. */
const opens = async (bytes: Buffer): Promise<boolean> => {
  try {
    await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).stats()
    return true
  } catch {
    return false
  }
}

/**
 * Guarantees what is stored as media: a kind of the list by its content and not its name, within its size, a picture
 * that opens; the name brought into plain letters; the checksum computed here. A stored file is never replaced, because
 * editions are attested by checksum: a new file is a new row.
 */
export const acceptUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation === 'restoreVersion') return args
  const file = req.file ?? (args as { file?: PayloadRequest['file'] }).file
  const input = args as { filePath?: string }
  if (operation === 'update' && (file || input.filePath))
    refuse(
      req,
      'Tệp đã tải lên không thay được; xin tải tệp mới lên thành mục mới.',
      'A stored file cannot be replaced; upload the new one as a new item.',
    )
  if (operation !== 'create' || !file) return args
  const bytes = Buffer.isBuffer(file.data) ? file.data : Buffer.from(file.data)
  if (!bytes.length) refuse(req, 'Tệp rỗng; xin chọn tệp khác.', 'The file is empty; choose another one.')
  const kind = await detect(bytes)
  if (!kind)
    return refuse(
      req,
      'Loại tệp này không dùng được; chỉ nhận ảnh, PDF, DOCX, ODT, MP4, WebM và phụ đề VTT.',
      'This kind of file cannot be used; choose a picture, PDF, DOCX, ODT, MP4, WebM or VTT.',
    )
  if (bytes.length > kind.largest)
    refuse(
      req,
      `Tệp lớn quá ${Math.round(kind.largest / 1024 / 1024)} MB; xin giảm dung lượng rồi tải lại.`,
      `The file is larger than ${Math.round(kind.largest / 1024 / 1024)} MB; make it smaller and try again.`,
      'TOO_LARGE',
      413,
    )
  if (kind.mimeType.startsWith('image/') && !(await opens(bytes)))
    refuse(
      req,
      'Ảnh bị hỏng hoặc quá lớn nên không mở được; xin chọn ảnh khác.',
      'The picture is broken or too large to open; choose another one.',
    )
  const stem = slugOf(path.parse(file.name).name) || 'tep'
  file.name = `${stem}.${kind.extension}`
  file.mimetype = kind.mimeType
  file.size = bytes.length
  // In the context and not in the data, where field access would drop it along with what a request may claim.
  req.context.sha256 = createHash('sha256').update(bytes).digest('hex')
  return args
}
