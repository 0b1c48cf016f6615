import { createHash } from 'node:crypto'
import path from 'node:path'
import { publicField } from '@cong-bo/publications'
import type { Access, CollectionConfig } from 'payload'

export const cook: Access = ({ req }) => Boolean(req.user)

/** What is written, approved and published. Fields without `publicField` stay in the kitchen. */
export const Recipes: CollectionConfig = {
  slug: 'recipes',
  labels: { singular: { en: 'Recipe', fr: 'Recette' }, plural: { en: 'Recipes', fr: 'Recettes' } },
  admin: { useAsTitle: 'name' },
  access: { read: cook, create: cook, update: cook, delete: cook },
  // Every save is a version that names its editor. A draft could be published past the approvals.
  versions: { drafts: false, maxPerDoc: 0 },
  fields: [
    publicField({ name: 'name', type: 'text', localized: true, required: true }),
    publicField({ name: 'slug', type: 'text', unique: true }),
    publicField({ name: 'method', type: 'textarea', localized: true }),
    publicField({ name: 'cuisine', type: 'relationship', relationTo: 'cuisines' }),
    publicField({ name: 'photo', type: 'upload', relationTo: 'photos' }),
    { name: 'suppliers', type: 'textarea' },
  ],
}

export const PHOTOS = path.resolve('photos')

/** Files of recipes, each with its SHA-256, by which the approved bytes are known. */
export const Photos: CollectionConfig = {
  slug: 'photos',
  access: { read: cook, create: cook },
  upload: { staticDir: PHOTOS },
  fields: [{ name: 'sha256', type: 'text', admin: { readOnly: true } }],
  hooks: {
    beforeChange: [
      ({ data, req }) =>
        req.file ? { ...data, sha256: createHash('sha256').update(req.file.data).digest('hex') } : data,
    ],
  },
}

/** What recipes refer to. */
export const Cuisines: CollectionConfig = {
  slug: 'cuisines',
  admin: { useAsTitle: 'name' },
  access: { read: cook, create: cook },
  fields: [
    { name: 'code', type: 'text', required: true, unique: true },
    { name: 'name', type: 'text', localized: true, required: true },
  ],
}
