import { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import { APIError } from 'payload'
import { isOvergrown } from '../../lib/text/nesting.ts'
import { isJsonText } from './bodies.ts'
import { FAULTS, sentenceFor } from './errors.ts'

/** As Payload reads them. */
const FIELD_BYTES = 1024 * 1024
const MOST_FIELDS = 20

/**
 * A multipart body as it passes by, read with the reader that Payload uses, so that the two agree: a body that says two
 * things, or that Payload would stumble over, breaks off with a fault that Payload answers with. Files are not looked
 * at and nothing of them is kept. Holds no more than one chunk and the fields.
 *
 * @param args.contentType with one boundary
 * @param args.language of who asks, as `Accept-Language` has it
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
    // A file that is a text would be one that the server goes and gets.
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
