import type { CollectionAfterReadHook, SanitizedConfig } from 'payload'

const LOCKS = 'payload-locked-documents'

/** Puts the name where Payload's dialogs look for the address, in the answer about a lock and nowhere else. */
const nameOfEditor: CollectionAfterReadHook = ({ doc }) => {
  const { user } = doc as { user?: { value?: unknown } }
  const person = user?.value as { name?: unknown } | string | number | null | undefined
  if (!person || typeof person !== 'object' || typeof person.name !== 'string') return doc
  return { ...doc, user: { ...user, value: { ...person, email: person.name } } }
}

/**
 * `@payloadcms/ui` 3.90.2 calls whoever edits a document by e-mail address, or by database id where the reader may not
 * see the address, which is nearly always so here; their name it never shows. This makes locks tell the name of who
 * holds them. Payload adds the collection of locks after every plugin, so this is applied to the finished configuration.
 */
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
