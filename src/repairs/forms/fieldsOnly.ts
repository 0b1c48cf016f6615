import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { say } from '../../../lib/faults/say.ts'
import { isRecord } from '../../../lib/isRecord.ts'
import { knownLocale } from './knownLocale.ts'

/**
 * `payload` 3.90.2 makes an empty document of a list, fails with 500 on a word, and stores the creation time that a
 * request claims. This takes fields alone, in a language we know, and leaves times to the server; the admin's form sends
 * them along.
 */
export const fieldsOnly: CollectionBeforeOperationHook = ({ args, operation, req, overrideAccess }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { data } = args as { data?: unknown }
  if (!isRecord(data))
    throw new APIError(
      say(
        req,
        'Dữ liệu gửi lên không phải một văn bản; xin gửi các mục của văn bản.',
        'Send the fields of a document.',
      ),
      400,
      { code: 'BAD_REQUEST' },
      true,
    )
  knownLocale(req)
  if (overrideAccess) return args
  const { createdAt: _createdAt, updatedAt: _updatedAt, ...fields } = data
  return { ...args, data: fields } as typeof args
}
