import type { CollectionAfterReadHook, SanitizedConfig } from 'payload'

const LOCKS = 'payload-locked-documents'

/**
 * Payload's dialogs and marks call whoever edits a document by address, or by database id where the reader may not see
 * the address, which is nearly always so here. In the answer about a lock, and nowhere else, the name stands there.
 */
const nameOfEditor: CollectionAfterReadHook = ({ doc }) => {
  const { user } = doc as { user?: { value?: unknown } }
  const person = user?.value as { name?: unknown } | string | number | null | undefined
  if (!person || typeof person !== 'object' || typeof person.name !== 'string') return doc
  return { ...doc, user: { ...user, value: { ...person, email: person.name } } }
}

/** Makes locks tell the name of who holds them. Payload adds their collection after every plugin, so this comes last. */
export const lockNames = (config: SanitizedConfig): SanitizedConfig => ({
  ...config,
  collections: config.collections.map((collection) =>
    collection.slug === LOCKS
      ? {
          ...collection,
          hooks: { ...collection.hooks, afterRead: [...(collection.hooks.afterRead ?? []), nameOfEditor] },
        }
      : collection,
  ),
})
