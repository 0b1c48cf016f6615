import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import { APIError, type PayloadRequest } from 'payload'
import { isRecord } from '../../lib/isRecord.ts'
import { BOUNDS } from '../../src/portal/uploads.ts'
import { isOfMachine, refusedUpload, type UploadFault } from './refusals.ts'

/** More than the descriptive fields of a file need, in all locales. */
const WORDS_BYTES = 256 * 1024

/** A received file, complete and flushed to disk. */
export interface Received {
  file: string
  /** Original file name. */
  name: string
  size: number
  /** SHA-256, 64 hexadecimal digits. */
  sha256: string
}

/** Writes a stream to a new file, computing its size and checksum on the way. */
export const keepStream = async (
  source: Readable,
  args: { file: string; name: string; onChunk?: () => void },
): Promise<Received> => {
  const { file, name, onChunk } = args
  const hash = createHash('sha256')
  let size = 0
  await pipeline(
    source,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        onChunk?.()
        hash.update(chunk)
        size += chunk.length
        yield chunk
      }
    },
    createWriteStream(file, { flags: 'wx', flush: true }),
  )
  return { file, name, size, sha256: hash.digest('hex') }
}

const parsed = (words: string | undefined): Record<string, unknown> | undefined => {
  if (words === undefined) return {}
  try {
    const value: unknown = JSON.parse(words)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * Receives a form with one file (`file`) and its fields (`_payload`, JSON) as a stream: the file goes to disk, with no
 * more than a chunk in memory. Rejects an ambiguous form that two parsers could read differently.
 *
 * @param args.folder folder in which the file is stored as `file`
 * @param args.largest maximum file size in bytes
 * @throws APIError with a message; any disk error
 */
export const receive = async (
  req: PayloadRequest,
  args: { folder: string; largest: number },
): Promise<{ received: Received; data: Record<string, unknown> }> => {
  const { folder, largest } = args
  const type = req.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\b/i.test(type) || !req.body) throw refusedUpload(req, 'missing')
  if (!/;\s*boundary=/i.test(type)) throw refusedUpload(req, 'form')
  const form = busboy({
    headers: { 'content-type': type },
    defParamCharset: 'utf8',
    limits: { fileSize: largest + 1, files: 2, fields: 20, fieldSize: WORDS_BYTES, headerPairs: 20 },
  })
  const gone = new AbortController()
  let fault: { fault: UploadFault; largest?: number } | undefined
  const stop = (why: UploadFault) => {
    fault ??= { fault: why, largest }
    // Busboy is still processing the file whose limit it just reported.
    queueMicrotask(() => gone.abort())
  }
  const silence = setTimeout(() => stop('silent'), BOUNDS.silenceMs)
  let words: string | undefined
  let keeping: Promise<Received> | undefined
  form.on('field', (field, value, { valueTruncated }) => {
    if (field !== '_payload') return
    if (words !== undefined || valueTruncated) return stop('form')
    words = value
  })
  form.on('file', (field, stream, { filename }) => {
    // An unread stream emits the form's error, and an unhandled error would end the process.
    stream.on('error', () => undefined)
    if (field !== 'file' || keeping) {
      stream.resume()
      return stop('form')
    }
    stream.on('limit', () => stop('size'))
    keeping = keepStream(stream, {
      file: path.join(folder, 'file'),
      name: filename ?? '',
      onChunk: () => silence.refresh(),
    })
    // Awaited below; this avoids an unhandled rejection if the form breaks off before that.
    keeping.catch(() => undefined)
  })
  try {
    await pipeline(Readable.fromWeb(req.body as ReadableStream), form, { signal: gone.signal })
    const received = await keeping
    const data = parsed(words)
    if (!received || (!received.size && !received.name)) throw refusedUpload(req, 'missing')
    if (!received.size) throw refusedUpload(req, 'empty')
    if (!data) throw refusedUpload(req, 'form')
    return { received, data }
  } catch (error) {
    await keeping?.catch(() => undefined)
    if (fault) throw refusedUpload(req, fault.fault, { largest: fault.largest })
    // Errors of busboy and the connection become a refusal; our own errors and those of this machine are rethrown.
    throw error instanceof APIError || isOfMachine(error) ? error : refusedUpload(req, 'broken')
  } finally {
    clearTimeout(silence)
  }
}
