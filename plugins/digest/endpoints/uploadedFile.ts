import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import type { PayloadRequest } from 'payload'

/** Fields of a form before its file, and the file as a stream. */
export interface UploadedFile {
  fields: ReadonlyMap<string, string>
  name: string
  bytes: Readable
}

/** Whether a request carries a form with a file. */
export const isForm = (req: PayloadRequest): boolean =>
  (req.headers.get('content-type') ?? '').toLowerCase().startsWith('multipart/form-data')

/**
 * The one file of a form, as a stream: it is never held whole, in memory or on disk. Fields must come before it.
 *
 * @returns `undefined` when there is no file, or the body is no form
 */
export const uploadedFile = (req: PayloadRequest): Promise<UploadedFile | undefined> => {
  const body = req.body as ReadableStream | null | undefined
  const type = req.headers.get('content-type')
  if (!body || !type) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const fields = new Map<string, string>()
    const stop = () => resolve(undefined)
    try {
      const reader = busboy({
        headers: { 'content-type': type },
        limits: { fields: 20, fieldSize: 64 * 1024, files: 1 },
      })
      const source = Readable.fromWeb(body)
      reader.on('field', (name, value) => fields.set(name, value))
      reader.on('file', (_, bytes, { filename }) => {
        // A connection that breaks half-way ends the file with an error, so that half a list is not taken for a whole.
        source.once('error', (error) => bytes.destroy(error))
        resolve({ fields, name: filename ?? '', bytes })
      })
      reader.on('error', stop)
      reader.on('close', stop)
      source.once('error', stop)
      source.pipe(reader)
    } catch {
      stop()
    }
  })
}
