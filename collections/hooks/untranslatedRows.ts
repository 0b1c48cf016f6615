import type { CollectionBeforeOperationHook } from 'payload'
import { DEFAULT_LOCALE } from '../../src/portal/locales.ts'

/**
 * Guarantees that lists of the admin call a row that is not translated by its name in the first language. Payload asks
 * for lists without a fallback, and shows such rows as rows without a name. Forms stay without a fallback, so that
 * translators see what is missing; answers over the network follow their own query.
 */
export const untranslatedRows: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  const isForm = (args as { id?: unknown }).id !== undefined
  const isAdminList = operation === 'read' && !isForm && req.payloadAPI === 'local' && overrideAccess === false
  if (isAdminList && req.user && !req.fallbackLocale && req.locale !== 'all') req.fallbackLocale = DEFAULT_LOCALE
  return args
}
