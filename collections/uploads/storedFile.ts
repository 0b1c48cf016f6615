import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook, RequestContext } from 'payload'
import type { SizeFound, SizeName } from './finding.ts'
import { refusedUpload } from './refusals.ts'

/** A file that has been read and has its place in the media folder, as its row tells of it. */
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
}

const KEY = 'storedFile'

/** The context of an operation that writes the row of a stored file. */
export const contextWith = (context: RequestContext, file: StoredFile): RequestContext => ({ ...context, [KEY]: file })

const storedFile = (context: RequestContext): StoredFile | undefined => context[KEY] as StoredFile | undefined

/**
 * Guarantees that a row of media is written for a file that was received, read and placed before, and for nothing
 * else: no file comes in through Payload, which would work on it inside the transaction, nor an address of one.
 */
export const onlyStored: CollectionBeforeOperationHook = ({ args, operation, req, overrideAccess }) => {
  // Access is asked after this hook.
  if (operation !== 'create' || !(req.user || overrideAccess)) return args
  if (req.file || !storedFile(req.context)) throw refusedUpload(req, 'missing')
  return args
}

/** Guarantees that a row tells what was measured of its file, and never what a request says of it. */
export const tellFile: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  const file = operation === 'create' ? storedFile(req.context) : undefined
  return file ? { ...data, ...file } : data
}
