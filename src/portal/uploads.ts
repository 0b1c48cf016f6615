const MB = 1024 * 1024

/** An allowed file kind: detected type, stored extension, and maximum size in bytes. */
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
 * Resource limits for inspecting an uploaded file. A file that exceeds them is rejected if inspection is required, and
 * stored with `unknown` if it was only being measured.
 */
export const BOUNDS = {
  /** Timeout for accepting a file, including decoding and resizing images, in milliseconds. */
  acceptMs: 20_000,
  /** Timeout for measurements (the text layer of a PDF, the duration of a video), in milliseconds. */
  measureMs: 10_000,
  /** Memory limit of the whole reader process, including decoded images, in bytes. */
  memory: 768 * MB,
  /** Heap limit of its JavaScript objects, in megabytes. */
  heapMb: 256,
  /** Maximum pixels of an image, or of one frame of an animation. */
  pixels: 60_000_000,
  /** Maximum pixels of all frames of an animation, which every reader's browser has to decode. */
  pixelsOfAllFrames: 200_000_000,
  /** Concurrent inspections; each uses one processor. */
  readAtOnce: 2,
  /** Maximum number of uploads per process, running and waiting. */
  underWay: 16,
  /** Maximum number of these per person. */
  underWayOfOne: 6,
  /** Idle timeout of an upload, in milliseconds. */
  silenceMs: 60_000,
} as const
