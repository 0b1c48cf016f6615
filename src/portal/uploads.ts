const MB = 1024 * 1024

/** Kinds of files that may be uploaded: detected type, extension they are stored under, and the largest size in bytes. */
export interface UploadKind {
  mimeType: string
  extension: string
  largest: number
}

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

/**
 * What reading an uploaded file may cost. A file that needs more is refused if it must be understood, and kept with
 * `unknown` where something was only to be measured.
 */
export const BOUNDS = {
  /** Milliseconds until a file is known to be one that can be kept, pictures decoded and made smaller. */
  acceptMs: 20_000,
  /** Milliseconds for what is only measured: the text layer of a PDF, the length of a film. */
  measureMs: 10_000,
  /** Bytes of memory of the whole reading process, decoded pictures included. */
  memory: 768 * MB,
  /** Megabytes of JavaScript objects in it. */
  heapMb: 256,
  /** Pixels of a picture, or of one frame of a moving one. */
  pixels: 60_000_000,
  /** Pixels of all frames of a moving picture together: what every reader's browser has to decode. */
  pixelsOfAllFrames: 200_000_000,
  /** Files read at once; each takes a processor. */
  readAtOnce: 2,
  /** Uploads under way in a process, those that wait for their turn included. */
  underWay: 16,
  /** Of these, how many one person may have under way. */
  underWayOfOne: 6,
  /** Milliseconds without a byte after which an upload is given up. */
  silenceMs: 60_000,
} as const
