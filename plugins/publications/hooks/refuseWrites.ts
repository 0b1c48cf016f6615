import { APIError, type CollectionBeforeOperationHook } from 'payload'

const READS = new Set(['read', 'readDistinct', 'count', 'countVersions'])

/**
 * Guarantees that no Payload operation can write to an append-only collection, whoever asks and even with
 * `overrideAccess`. Rows are inserted by `appendLog` and `insertOnce`, below the operations.
 */
export const refuseWrites: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (READS.has(operation)) return args
  throw new APIError(
    'Sổ này chỉ được ghi thêm bởi hệ thống, không sửa và không xóa được.',
    403,
    { code: 'FORBIDDEN' },
    true,
  )
}
