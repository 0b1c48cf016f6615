import type { CollectionConfig, Config, Field, Plugin } from 'payload'
import { withLanguages } from '../../lib/text/languages.ts'
import { addresses } from './collections/addresses.ts'
import { contents } from './collections/contents.ts'
import { publicationsCollection } from './collections/publications.ts'
import { optionFaults, shapeFaults } from './core/optionFaults.ts'
import { publicShapes } from './core/shapes.ts'
import { documentKey } from './hooks/documentKey.ts'
import type { PublicationsOptions, PublicationsSettings } from './types.ts'

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

const asWorkingCopy = (collection: CollectionConfig, title: string, languages: string[]): CollectionConfig => ({
  ...collection,
  // Otherwise lists and logs would call a document by its id.
  admin: { useAsTitle: title, ...collection.admin },
  fields: [...collection.fields, withLanguages(keyField, languages)],
})

const withTitles = (governed: PublicationsOptions['governed'], config: Config): PublicationsSettings['governed'] =>
  Object.fromEntries(
    Object.entries(governed).map(([slug, one]) => {
      const collection = config.collections?.find((candidate) => candidate.slug === slug)
      return [slug, { title: collection?.admin?.useAsTitle ?? 'title', ...one }]
    }),
  )

/**
 * Gives every governed document a public key, and keeps frozen contents, addresses and the publications log. Makes no
 * decisions; a workflow does.
 *
 * @throws Error at start that names each option that cannot be used, such as a governed collection that is missing,
 * keeps drafts, or has a public field without a public form
 */
export const publications =
  (given: PublicationsOptions): Plugin =>
  (config) => {
    const options: PublicationsSettings = {
      references: {},
      media: '',
      mediaDir: '',
      ...given,
      governed: withTitles(given.governed, config),
    }
    refuse(optionFaults(options, config))
    const languages = Object.keys(config.i18n?.supportedLanguages ?? {})
    const result: Config = {
      ...config,
      custom: { ...config.custom, publications: options },
      collections: [
        ...(config.collections ?? []).map((collection) =>
          collection.slug in options.governed
            ? asWorkingCopy(collection, options.governed[collection.slug]!.title, languages)
            : collection,
        ),
        ...withLanguages(
          [contents(options.read), publicationsCollection(options.read), addresses(options.read)],
          languages,
        ),
      ],
    }
    refuse(shapeFaults(options, publicShapes(result)))
    return result
  }

const refuse = (faults: string[]) => {
  if (faults.length) throw new Error(faults.map((fault) => `publications: ${fault}`).join('\n'))
}
