import path from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { APIError, type CollectionBeforeOperationHook, type PayloadRequest } from 'payload'
import sharp from 'sharp'
import { slugOf } from '../../src/text/slug.ts'
import { isWholePdf, UPLOAD_KINDS, type UploadKind } from '../checks/upload.ts'
import { isWebVtt } from '../checks/webVtt.ts'
import { say } from './say.ts'

const MOST_PIXELS = 60_000_000

const refuse = (req: PayloadRequest, vi: string, en: string, code = 'FILE_REFUSED', status = 422): never => {
  throw new APIError(say(req, vi, en), status, { code }, true)
}

/** Names that Windows keeps for devices; Payload takes them away and would store a file without a name. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

const CAPTIONS = 'text/vtt'

const detect = async (bytes: Uint8Array): Promise<UploadKind | undefined> => {
  const found = await fileTypeFromBuffer(bytes)
  // The library looks at the first line alone; captions are what a player can show.
  const mimeType = found && found.mime !== CAPTIONS ? found.mime : isWebVtt(bytes) ? CAPTIONS : undefined
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
 * that opens, a PDF that came whole; the name brought into plain letters.
 */
export const acceptUpload: CollectionBeforeOperationHook = async ({ args, operation, req, overrideAccess }) => {
  // Access is asked after this hook; nobody without a login may have pictures decoded.
  if (operation !== 'create' || !(req.user || overrideAccess)) return args
  const { file } = req
  // Without a file Payload would fetch one from an address in the data.
  if (!file) return refuse(req, 'Xin chọn tệp để tải lên.', 'Choose a file to upload.', 'FILE_MISSING', 400)
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
  if (kind.mimeType === 'application/pdf' && !isWholePdf(bytes))
    refuse(
      req,
      'Tệp PDF bị hỏng hoặc chưa tải lên trọn vẹn; xin mở thử rồi tải lại.',
      'The PDF is broken or did not arrive whole; try to open it, then upload it again.',
    )
  const named = slugOf(path.parse(file.name).name) || 'tep'
  const stem = DEVICE.test(named) ? `${named}-tep` : named
  file.name = `${stem}.${kind.extension}`
  file.mimetype = kind.mimeType
  file.size = bytes.length
  return args
}
