import { UPLOAD_KINDS, type UploadKind } from '../../src/portal/uploads.ts'

/** Alternative extensions of allowed kinds. */
const ALSO: Record<string, string> = { jpeg: 'jpg', jpe: 'jpg', jfif: 'jpg', m4v: 'mp4' }

/**
 * File kind by extension, regardless of content; `undefined` if the extension is not allowed.
 *
 * @param name original file name, such as `Kế hoạch.PDF`
 */
export const kindByName = (name: string): UploadKind | undefined => {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return UPLOAD_KINDS.find(({ extension }) => extension === (ALSO[ending] ?? ending))
}

/** Padding that some programs and transfers append to a file: null bytes, spaces and line ends. */
const PADDING = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20])

/** Whether a PDF is complete: header, cross-reference and end marker (ISO 32000-1, 7.5). */
export const isWholePdf = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder('latin1')
  let size = bytes.length
  while (size > 0 && PADDING.has(bytes[size - 1]!)) size -= 1
  const end = text.decode(bytes.subarray(Math.max(0, size - 1024), size))
  return text.decode(bytes.subarray(0, 5)) === '%PDF-' && end.includes('xref') && end.includes('%%EOF')
}
