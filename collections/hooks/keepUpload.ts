import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { say } from '../../lib/faults/say.ts'

/** Descriptive fields that people edit; everything else is measured by the server. */
const SAID = ['alt', 'caption']

/**
 * Guarantees that a stored file never changes, because editions are verified by its checksum and published copies are
 * hard links to its bytes. Rejects replacement, cropping or resizing in place (`uploadEdits`, which Payload obeys in
 * the query even where the editor offers neither), fetching by a URL in the data, and any name, type, size or URL from
 * a request. A new file is a new row.
 */
export const keepUpload: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const input = args as { data?: Record<string, unknown>; file?: unknown; filePath?: string }
  const replaces = operation === 'update' && (req.file || input.file || input.filePath || req.query?.uploadEdits)
  if (replaces)
    throw new APIError(
      say(
        req,
        'Tệp đã tải lên không thay hay sửa được; xin tải tệp mới lên thành mục mới.',
        'A stored file cannot be replaced or edited; upload the new one as a new item.',
      ),
      422,
      { code: 'FILE_REFUSED' },
      true,
    )
  if (req.query?.uploadEdits) Reflect.deleteProperty(req.query, 'uploadEdits')
  const data = Object.fromEntries(Object.entries(input.data ?? {}).filter(([field]) => SAID.includes(field)))
  return { ...args, data }
}
