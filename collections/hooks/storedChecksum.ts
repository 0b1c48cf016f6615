import { createHash } from 'node:crypto'
import type { FieldHook } from 'payload'

/**
 * Guarantees that the checksum is that of the stored bytes, which Payload leaves on the request and which differ from
 * the uploaded ones for moving pictures; that it is never taken from a request; and that it never changes.
 */
export const storedChecksum: FieldHook = ({ operation, originalDoc, req }) => {
  if (operation !== 'create') return originalDoc?.sha256
  if (!req.file) throw new Error('A media row without a file has no checksum')
  return createHash('sha256').update(req.file.data).digest('hex')
}
