import type { CollectionConfig, GlobalBeforeOperationHook, GlobalConfig, Plugin } from 'payload'
import { isRecord } from '../../../lib/isRecord.ts'
import { existingRows } from './existingRows.ts'
import { fieldsOnly, noDocument } from './fieldsOnly.ts'
import { knownLocale } from './knownLocale.ts'
import { normaliseFilters } from './normaliseFilters.ts'
import { refuseHiddenSort } from './refuseHiddenSort.ts'
import { inForm, rightForm } from './rightForm.ts'
import { sameRows } from './sameRows.ts'

const inCollection = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [
      refuseHiddenSort,
      normaliseFilters,
      fieldsOnly,
      ...(collection.hooks?.beforeOperation ?? []),
      rightForm,
    ],
    beforeValidate: [sameRows, existingRows, ...(collection.hooks?.beforeValidate ?? [])],
  },
})

const globalInForm: GlobalBeforeOperationHook = ({ args, operation, global, req }) => {
  const { data } = args as { data?: unknown }
  if (operation !== 'update') return args
  if (!isRecord(data)) throw noDocument(req)
  knownLocale(req)
  return { ...args, data: inForm({ fields: global.flattenedFields, data, collection: global.slug, req }) }
}

const inGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: { ...global.hooks, beforeOperation: [...(global.hooks?.beforeOperation ?? []), globalInForm] },
})

/**
 * `payload` 3.90.2 stores values of the wrong type, fails with 500 on rows that do not exist or belong to another
 * document, and interprets filters differently on each database. This makes every collection and global so far accept
 * only data in the form of its fields, and answer queries alike on both databases. Each hook in this folder repairs one
 * of these faults. Must come before the plugins, whose records nobody types.
 */
export const rightForms: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map(inCollection),
  globals: config.globals?.map(inGlobal),
})
