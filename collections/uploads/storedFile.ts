import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook, RequestContext } from 'payload'
import type { SizeFound, SizeName } from './finding.ts'
import { refusedUpload } from './refusals.ts'

/** A file that was inspected and moved into the media folder, as described in its row. */
export interface StoredFile {
  filename: string
  mimeType: string
  filesize: number
  sha256: string
  width?: number
  height?: number
  sizes?: Partial<Record<SizeName, Omit<SizeFound, 'name'> & { filename: string; mimeType: string }>>
  textLayer?: 'text' | 'scan' | 'unknown'
  durationSeconds?: number
  /** SHA-256 of the larger picture of a PDF's first page. */
  previewSha256?: string
}

const KEY = 'storedFile'

/** Operation context for writing the row of a stored file. */
export const contextWith = (context: RequestContext, file: StoredFile): RequestContext => ({ ...context, [KEY]: file })

const storedFile = (context: RequestContext): StoredFile | undefined => context[KEY] as StoredFile | undefined

/**
 * Guarantees that a media row is only created for a file that was received, inspected and placed before. Neither a file
 * nor a URL comes in through Payload, which would process it inside the transaction.
 */
export const onlyStored: CollectionBeforeOperationHook = ({ args, operation, req, overrideAccess }) => {
  // Payload checks access after this hook.
  if (operation !== 'create' || !(req.user || overrideAccess)) return args
  if (req.file || !storedFile(req.context)) throw refusedUpload(req, 'missing')
  return args
}

/** Guarantees that a row contains what was measured of its file, never values from a request. */
export const tellFile: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  const file = operation === 'create' ? storedFile(req.context) : undefined
  return file ? { ...data, ...file } : data
}
