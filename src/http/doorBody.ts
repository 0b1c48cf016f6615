import busboy from 'busboy'
import { isOvergrown } from '../../lib/text/nesting.ts'
import { FAULTS, type Fault } from './errors.ts'
import { boundaryOf, mediaTypeOf } from './mediaType.ts'

/** What was typed at a door, field by field. */
export type DoorFields = Readonly<Record<string, string | number | boolean | null>>

/** What Payload takes for texts without looking. */
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

/** The one part of a form of Payload's; a form with another part, or with two of them, is read by nobody. */
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
 * Reads what was sent to a door that stands open to strangers, once, for whoever limits it and for Payload alike: two
 * readers of one body could be shown two accounts. JSON, or a form whose one part is `_payload`; flat fields only.
 *
 * @param body whole, already bounded
 * @returns no fields for no body; the fault of a body that is not exactly this
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
