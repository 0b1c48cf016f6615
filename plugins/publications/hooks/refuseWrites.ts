import { APIError, type CollectionBeforeOperationHook } from 'payload'

const READS = new Set(['read', 'readDistinct', 'count', 'countVersions'])

/**
 * Guarantees that an append-only collection cannot be written through any of Payload's operations, whoever asks and
 * with whatever `overrideAccess`. Rows come in through `appendLog` and `insertOnce`, below the operations.
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
