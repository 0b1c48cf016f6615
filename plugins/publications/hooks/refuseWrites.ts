import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { say } from '../../../lib/faults/say.ts'

const READS = new Set(['read', 'readDistinct', 'count', 'countVersions'])

/**
 * Guarantees that no Payload operation can write to an append-only collection, whoever asks and even with
 * `overrideAccess`. Rows are inserted by `appendLog` and `insertOnce`, below the operations.
 */
export const refuseWrites: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (READS.has(operation)) return args
  throw new APIError(
    say(
      req,
      'Sổ này chỉ được ghi thêm bởi hệ thống, không sửa và không xóa được.',
      'Only the system adds to this log; nothing in it can be changed or deleted.',
    ),
    403,
    { code: 'FORBIDDEN' },
    true,
  )
}
