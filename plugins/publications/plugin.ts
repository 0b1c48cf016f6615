import type { CollectionConfig, Field, Plugin } from 'payload'
import { addresses } from './collections/addresses.ts'
import { contents } from './collections/contents.ts'
import { publicationsCollection } from './collections/publications.ts'
import { publicShapes } from './core/shapes.ts'
import { documentKey } from './hooks/documentKey.ts'
import type { PublicationsOptions } from './types.ts'

const keyField: Field = {
  name: 'key',
  type: 'text',
  label: { vi: 'Khóa công khai', en: 'Public key' },
  unique: true,
  index: true,
  access: { create: () => false, update: () => false },
  admin: { hidden: true, disableBulkEdit: true },
  hooks: { beforeChange: [documentKey] },
}

const asWorkingCopy = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: [...collection.fields, keyField],
})

/**
 * Gives every governed document a public key, and keeps frozen contents, addresses and the publications log. Makes no
 * decisions; a workflow does.
 *
 * @throws Error at start when a governed collection is missing, keeps drafts, or has a public field without a public
 * form
 */
export const publications =
  (options: PublicationsOptions): Plugin =>
  (config) => {
    const collections = (config.collections ?? []).map((collection) => {
      if (!(collection.slug in options.governed)) return collection
      const { versions } = collection
      if (typeof versions !== 'object' || versions.drafts || versions.maxPerDoc !== 0)
        throw new Error(
          `"${collection.slug}" must keep all its versions and no drafts: versions: { drafts: false, maxPerDoc: 0 }`,
        )
      return asWorkingCopy(collection)
    })
    const result = {
      ...config,
      custom: { ...config.custom, publications: options },
      collections: [
        ...collections,
        contents(options.read),
        publicationsCollection(options.read),
        addresses(options.read),
      ],
    }
    publicShapes(result)
    return result
  }
