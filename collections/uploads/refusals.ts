import { APIError, type PayloadRequest } from 'payload'
import { say } from '../../lib/faults/say.ts'
import { BOUNDS, UPLOAD_KINDS } from '../../src/portal/uploads.ts'
import { kindByName } from '../checks/upload.ts'
import type { Fault } from './finding.ts'

const MB = 1024 * 1024
const megapixels = (pixels: number): number => Math.round(pixels / 1_000_000)

/** Allowed kinds as people call them; pictures of all kinds are one. */
const KINDS_BESIDE_PICTURES = UPLOAD_KINDS.filter(({ mimeType }) => !mimeType.startsWith('image/'))
  .map(({ extension }) => extension.toUpperCase())
  .join(', ')

interface Said {
  vi: string
  en: string
  code?: string
  status?: number
}

/** Reasons for rejecting an upload. */
export type UploadFault = Fault | 'missing' | 'empty' | 'form' | 'broken' | 'silent' | 'busy' | 'share' | 'unsaved'

/** Facts about the file that a message may mention. */
interface OfFile {
  /** Maximum size of this kind of file in bytes, for `size`. */
  largest?: number
  /** Original file name, for `kind`. */
  name?: string
  /** Line of the first fault, for `captions`. */
  line?: number
}

const SAID: Record<UploadFault, (file: OfFile) => Said> = {
  missing: () => ({
    vi: 'Xin chọn tệp để tải lên.',
    en: 'Choose a file to upload.',
    code: 'FILE_MISSING',
    status: 400,
  }),
  form: () => ({
    vi: 'Yêu cầu tải lên không đọc được; xin gửi một tệp (file) và một phần _payload dạng JSON.',
    en: 'The upload cannot be read; send one file (file) and one _payload part in JSON.',
    code: 'BAD_REQUEST',
    status: 400,
  }),
  busy: () => ({
    vi: 'Máy chủ đang nhận nhiều tệp; xin thử lại sau ít phút.',
    en: 'The server is taking many files; try again in a few minutes.',
    code: 'TRY_AGAIN',
    status: 503,
  }),
  share: () => ({
    vi: `Bạn đang tải lên ${BOUNDS.underWayOfOne} tệp cùng lúc; xin đợi một tệp tải xong rồi tải tiếp.`,
    en: `You are uploading ${BOUNDS.underWayOfOne} files at once; wait until one has arrived, then go on.`,
    code: 'TOO_MANY_UPLOADS',
    status: 429,
  }),
  unsaved: () => ({
    vi: 'Máy chủ chưa lưu được tệp; xin thử lại sau ít phút.',
    en: 'The server could not keep the file; try again in a few minutes.',
    code: 'TRY_AGAIN',
    status: 503,
  }),
  broken: () => ({
    vi: 'Tệp gửi lên bị đứt giữa chừng hoặc có tên không đọc được; hãy đổi tên tệp rồi tải lại.',
    en: 'The upload broke off or the file’s name cannot be read; rename the file and upload it again.',
    code: 'BAD_REQUEST',
    status: 400,
  }),
  silent: () => ({
    vi: 'Tệp gửi lên bị đứt giữa chừng; xin kiểm tra đường truyền rồi tải lại.',
    en: 'The upload broke off; check the connection and upload it again.',
    code: 'BAD_REQUEST',
    status: 408,
  }),
  empty: () => ({ vi: 'Tệp rỗng; xin chọn tệp khác.', en: 'The file is empty; choose another one.' }),
  kind: ({ name = '' }) => {
    const promised = kindByName(name)?.extension.toUpperCase()
    // For a file named as a PDF, "PDF is accepted" would not help; the message says that the content does not match.
    return promised
      ? {
          vi: `Nội dung tệp không phải ${promised} như tên tệp; xin mở tệp, lưu lại ở dạng ${promised} rồi tải lên.`,
          en: `The file is not the ${promised} that its name says; open it, save it as ${promised} and upload that.`,
        }
      : {
          vi: `Loại tệp này không dùng được; chỉ nhận ảnh, ${KINDS_BESIDE_PICTURES}.`,
          en: `This kind of file cannot be used; choose a picture or one of ${KINDS_BESIDE_PICTURES}.`,
        }
  },
  size: ({ largest = 0 }) => ({
    vi: `Tệp lớn quá ${Math.round(largest / MB)} MB; xin giảm dung lượng rồi tải lại.`,
    en: `The file is larger than ${Math.round(largest / MB)} MB; make it smaller and try again.`,
    code: 'TOO_LARGE',
    status: 413,
  }),
  picture: () => ({
    vi: 'Ảnh bị hỏng hoặc quá lớn nên không mở được; xin chọn ảnh khác.',
    en: 'The picture is broken or too large to open; choose another one.',
  }),
  moving: () => ({
    vi: `Các khung của ảnh động cộng lại quá ${megapixels(BOUNDS.pixelsOfAllFrames)} triệu điểm ảnh; xin thu nhỏ ảnh, bớt khung hoặc đổi thành video MP4.`,
    en: `The frames of this moving picture come to more than ${megapixels(BOUNDS.pixelsOfAllFrames)} megapixels; make it smaller, take frames out or make it an MP4 video.`,
  }),
  paper: () => ({
    vi: 'Tệp PDF bị hỏng hoặc chưa tải lên trọn vẹn; xin mở thử rồi tải lại.',
    en: 'The PDF is broken or did not arrive whole; try to open it, then upload it again.',
  }),
  film: () => ({
    vi: 'Tệp video bị hỏng hoặc chưa tải lên trọn vẹn; xin mở thử rồi tải lại.',
    en: 'The video is broken or did not arrive whole; try to play it, then upload it again.',
  }),
  captions: ({ line = 1 }) => ({
    vi: `Dòng ${line} của tệp phụ đề có thời gian không hợp lệ (cần dạng 00:01.000 --> 00:04.000, kết thúc sau bắt đầu); xin sửa dòng đó rồi tải lại.`,
    en: `Line ${line} of the captions has a time that cannot be used (such as 00:01.000 --> 00:04.000, ending after it begins); mend that line and upload it again.`,
  }),
  costly: () => ({
    vi: 'Máy chủ không đọc được tệp này trong giới hạn cho phép; xin xuất lại tệp ở dạng nhẹ hơn rồi tải lên.',
    en: 'The server cannot read this file within its limits; save it in a lighter form and upload that.',
  }),
}

/**
 * The error for a rejected upload: a stable code, and one sentence that says what to do.
 *
 * @param file facts about the file that the message may mention
 */
export const refusedUpload = (req: Pick<PayloadRequest, 'i18n'>, fault: UploadFault, file: OfFile = {}): APIError => {
  const { vi, en, code = 'FILE_REFUSED', status = 422 } = SAID[fault](file)
  return new APIError(say(req, vi, en), status, { code }, true)
}

const OF_CONNECTIONS = new Set(['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT'])

/** Whether the error comes from this machine (its disk may be full, read-only or broken) rather than from the input. */
export const isOfMachine = (error: unknown): boolean => {
  const { syscall, code } = error as NodeJS.ErrnoException
  return syscall !== undefined && !OF_CONNECTIONS.has(code ?? '')
}
