import { APIError, type CollectionBeforeOperationHook, type PayloadRequest } from 'payload'
import { say } from '../../../lib/faults/say.ts'
import { isRecord } from '../../../lib/isRecord.ts'
import { knownLocale } from './knownLocale.ts'

/** The error for data that is no document. */
export const noDocument = (req: PayloadRequest): APIError =>
  new APIError(
    say(req, 'Dữ liệu gửi lên không phải một văn bản; xin gửi các mục của văn bản.', 'Send the fields of a document.'),
    400,
    { code: 'BAD_REQUEST' },
    true,
  )

/**
 * `payload` 3.90.2 creates an empty document from a list, fails with 500 on a string, and stores a creation time that
 * the request claims. This accepts only fields, in a known language. Timestamps, which the admin's form sends along,
 * are set by the server alone.
 */
export const fieldsOnly: CollectionBeforeOperationHook = ({ args, operation, req, overrideAccess }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { data } = args as { data?: unknown }
  if (!isRecord(data)) throw noDocument(req)
  knownLocale(req)
  if (overrideAccess) return args
  const { createdAt: _createdAt, updatedAt: _updatedAt, ...fields } = data
  return { ...args, data: fields } as typeof args
}
