/** Kinds of files that may be uploaded: detected type, extension they are stored under, and the largest size in bytes. */
export interface UploadKind {
  mimeType: string
  extension: string
  largest: number
}

const MB = 1024 * 1024
const image = (mimeType: string, extension: string): UploadKind => ({ mimeType, extension, largest: 20 * MB })
const paper = (mimeType: string, extension: string): UploadKind => ({ mimeType, extension, largest: 50 * MB })
const film = (mimeType: string, extension: string): UploadKind => ({ mimeType, extension, largest: 500 * MB })

export const UPLOAD_KINDS: readonly UploadKind[] = [
  image('image/jpeg', 'jpg'),
  image('image/png', 'png'),
  image('image/webp', 'webp'),
  image('image/gif', 'gif'),
  image('image/avif', 'avif'),
  paper('application/pdf', 'pdf'),
  paper('application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'),
  paper('application/vnd.oasis.opendocument.text', 'odt'),
  film('video/mp4', 'mp4'),
  film('video/webm', 'webm'),
  { mimeType: 'text/vtt', extension: 'vtt', largest: 2 * MB },
]

/** Endings that people give a kind beside its own. */
const ALSO: Record<string, string> = { jpeg: 'jpg', jpe: 'jpg', jfif: 'jpg', m4v: 'mp4' }

/**
 * The kind that a file's name promises by its ending, whatever the file holds; nothing for an ending that is not of
 * the list.
 *
 * @param name what its owner called it, such as `Kế hoạch.PDF`
 */
export const kindByName = (name: string): UploadKind | undefined => {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return UPLOAD_KINDS.find(({ extension }) => extension === (ALSO[ending] ?? ending))
}

/** What some programs and lines put behind the end of a file: nothing, blanks and line ends. */
const PADDING = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20])

/** Whether a PDF has come whole: its header, and at its end the cross-reference and the end marker (ISO 32000-1, 7.5). */
export const isWholePdf = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder('latin1')
  let size = bytes.length
  while (size > 0 && PADDING.has(bytes[size - 1]!)) size -= 1
  const end = text.decode(bytes.subarray(Math.max(0, size - 1024), size))
  return text.decode(bytes.subarray(0, 5)) === '%PDF-' && end.includes('xref') && end.includes('%%EOF')
}
