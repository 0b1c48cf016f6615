import busboy from 'busboy'
import { isOvergrown } from '../../lib/text/nesting.ts'
import { FAULTS, type Fault } from './errors.ts'
import { boundaryOf, mediaTypeOf } from './mediaType.ts'

/** Fields submitted to an open endpoint. */
export type DoorFields = Readonly<Record<string, string | number | boolean | null>>

/** Fields that Payload treats as strings without validation. */
const TEXTS = ['email', 'username', 'password', 'token']

const isFlat = (value: unknown): value is DoorFields =>
  value !== null &&
  typeof value === 'object' &&
  !Array.isArray(value) &&
  Object.values(value).every((one) => one === null || typeof one !== 'object') &&
  TEXTS.every((name) => {
    const typed = (value as Record<string, unknown>)[name]
    return typed === undefined || typed === null || typeof typed === 'string'
  })

/** The only part of a Payload form; `undefined` for a form with another part, or with two. */
const payloadPart = (contentType: string, body: Uint8Array): Promise<string | undefined> => {
  const boundary = boundaryOf(contentType)
  if (!boundary) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const reader = busboy({ headers: { 'content-type': `multipart/form-data; boundary="${boundary}"` } })
    const parts: (string | undefined)[] = []
    reader.on('field', (name, value) => parts.push(name === '_payload' ? value : undefined))
    reader.on('file', (_, file) => {
      parts.push(undefined)
      file.on('error', () => {}).resume()
    })
    reader.on('error', () => resolve(undefined))
    reader.on('close', () => resolve(parts.length === 1 ? parts[0] : undefined))
    reader.end(body)
  })
}

const fieldsOf = (json: string): DoorFields | undefined => {
  if (isOvergrown(json)) return undefined
  try {
    const value: unknown = JSON.parse(json)
    return isFlat(value) ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * Parses the body of an endpoint that is open without a login, once, for both the rate limits and Payload: with two
 * parsers, one body could name two accounts. Accepts JSON, or a form whose only part is `_payload`; flat fields only.
 *
 * @param body complete, already limited in size
 * @returns no fields for an empty body; a fault for any other format
 */
export const readDoorBody = async (
  contentType: string | undefined,
  body: Uint8Array<ArrayBuffer>,
): Promise<{ fields: DoorFields } | { fault: Fault }> => {
  if (!body.length) return { fields: {} }
  const type = mediaTypeOf(contentType)
  if (type !== 'application/json' && type !== 'multipart/form-data') return { fault: FAULTS.wrongType }
  const json = type === 'application/json' ? new TextDecoder().decode(body) : await payloadPart(contentType!, body)
  const fields = json === undefined ? undefined : fieldsOf(json)
  return fields ? { fields } : { fault: FAULTS.badRequest }
}
