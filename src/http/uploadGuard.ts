import { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import { APIError } from 'payload'
import { isOvergrown } from '../../lib/text/nesting.ts'
import { isJsonText } from './bodies.ts'
import { FAULTS, sentenceFor } from './errors.ts'

/** The same limits as in Payload. */
const FIELD_BYTES = 1024 * 1024
const MOST_FIELDS = 20

/**
 * Validates a multipart body while it streams through, with the parser that Payload uses, so that the two agree. An
 * ambiguous body, or one on which Payload would fail, is aborted with an error that Payload reports. Files are not
 * inspected or stored. Memory use is one chunk and the fields.
 *
 * @param args.contentType with one boundary
 * @param args.language the client's `Accept-Language`
 */
export const guardedUpload = (args: {
  body: ReadableStream
  contentType: string
  language: string | undefined
}): ReadableStream => {
  const reader = busboy({
    headers: { 'content-type': args.contentType },
    limits: { fieldSize: FIELD_BYTES, fields: MOST_FIELDS },
  })
  const seen = new Set<string>()
  let fault: Error | undefined
  const refuse = () => {
    fault ??= new APIError(sentenceFor(FAULTS.badRequest, args.language), 400, { code: FAULTS.badRequest.code }, true)
  }
  reader.on('field', (name, value) => {
    // A text field named `file` would make Payload fetch it as a URL.
    if (seen.has(name) || name === 'file') refuse()
    if (name === '_payload' && (isOvergrown(value) || !isJsonText(value))) refuse()
    seen.add(name)
  })
  reader.on('file', (name, file) => {
    if (seen.has(name) || name === '_payload') refuse()
    seen.add(name)
    file.on('error', refuse)
    file.resume()
  })
  reader.on('error', refuse)

  const told = (chunk: Uint8Array) =>
    new Promise<void>((resolve) => {
      reader.write(chunk, () => resolve())
    })
  const ended = () =>
    new Promise<void>((resolve) => {
      reader.once('close', () => resolve())
      reader.end()
    })
  return ReadableStream.from(
    (async function* () {
      for await (const chunk of args.body as AsyncIterable<Uint8Array>) {
        await told(chunk)
        if (fault) throw fault
        yield chunk
      }
      await ended()
      if (fault) throw fault
    })(),
  )
}
