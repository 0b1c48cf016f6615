import { readFile, stat } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { UPLOAD_KINDS, type UploadKind } from '../../src/portal/uploads.ts'
import { isWholePdf } from '../checks/upload.ts'
import { type CaptionFault, faultOfWebVtt } from '../checks/webVtt.ts'
import type { Finding, ReadOrder } from './finding.ts'
import { isWholeMp4, lengthOfFilm } from './readFilm.ts'
import { previewOf, textLayerOf } from './readPaper.ts'
import { readPicture } from './readPicture.ts'

const CAPTIONS = UPLOAD_KINDS.find(({ mimeType }) => mimeType === 'text/vtt')!

/** Apple's MP4 brand; the container format is the same. */
const SAME_AS: Record<string, string> = { 'video/x-m4v': 'video/mp4' }

/**
 * Kind of an allowed file, detected from its content, or what is wrong with it. Only a file within the size limit of
 * captions is parsed as captions.
 */
const kindOf = async (file: string, size: number): Promise<UploadKind | CaptionFault> => {
  const found = await fileTypeFromFile(file)
  // The library checks the first line only; captions must be playable.
  if (found && found.mime !== CAPTIONS.mimeType)
    return UPLOAD_KINDS.find(({ mimeType }) => mimeType === (SAME_AS[found.mime] ?? found.mime)) ?? 'kind'
  if (size > CAPTIONS.largest) return 'kind'
  return faultOfWebVtt(await readFile(file)) ?? CAPTIONS
}

/**
 * Inspects one uploaded file: first whether it is accepted, then the measurements. The input is untrusted, and parsers
 * may hang or exhaust memory, so run it where it can be killed.
 */
export async function* inspect(order: ReadOrder): AsyncGenerator<Finding> {
  const { file } = order
  const { size } = await stat(file)
  const kind = await kindOf(file, size)
  if (kind === 'kind') return yield { fault: 'kind' }
  if ('line' in kind) return yield { fault: 'captions', line: kind.line }
  const { mimeType, extension, largest } = kind
  if (size > largest) return yield { fault: 'size', largest }
  if (mimeType.startsWith('image/')) {
    const picture = await readPicture(order)
    return yield 'fault' in picture ? picture : { accepted: { mimeType, extension, ...picture } }
  }
  if (mimeType === 'application/pdf') {
    const bytes = new Uint8Array(await readFile(file))
    if (!isWholePdf(bytes)) return yield { fault: 'paper' }
    yield { accepted: { mimeType, extension } }
    yield { measured: { textLayer: await textLayerOf(bytes) } }
    return yield { measured: { preview: await previewOf(order) } }
  }
  if (mimeType === 'video/mp4' && !(await isWholeMp4(file))) return yield { fault: 'film' }
  yield { accepted: { mimeType, extension } }
  if (mimeType.startsWith('video/')) yield { measured: { durationSeconds: await lengthOfFilm(file) } }
}
