import { randomUUID } from 'node:crypto'
import type { FieldHook } from 'payload'

/**
 * Guarantees that a document has one public key for life: generated at creation, kept on every later save, never taken
 * from a request and never copied to a duplicate.
 */
export const documentKey: FieldHook = ({ operation, originalDoc }) =>
  operation === 'create' ? randomUUID() : (originalDoc?.key as string | undefined)
