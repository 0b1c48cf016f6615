import type { CollectionAfterReadHook, SanitizedConfig } from 'payload'

const LOCKS = 'payload-locked-documents'

/** Puts the name into the property that Payload's dialogs show, `email`. Affects only reads of locks. */
const nameOfEditor: CollectionAfterReadHook = ({ doc }) => {
  const { user } = doc as { user?: { value?: unknown } }
  const person = user?.value as { name?: unknown } | string | number | null | undefined
  if (!person || typeof person !== 'object' || typeof person.name !== 'string') return doc
  return { ...doc, user: { ...user, value: { ...person, email: person.name } } }
}

/**
 * `@payloadcms/ui` 3.90.2 identifies the editor of a locked document by e-mail address, or by database id if the reader
 * may not see the address, which is nearly always the case here. It never shows the name. This makes locks show the
 * holder's name. Payload adds the collection of locks after every plugin, so this is applied to the finished
 * configuration.
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
