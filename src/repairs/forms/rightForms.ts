import type { CollectionConfig, GlobalBeforeOperationHook, GlobalConfig, Plugin } from 'payload'
import { existingRows } from './existingRows.ts'
import { refuseHiddenSort } from './refuseHiddenSort.ts'
import { fieldsOnly, inForm, knownLocale, rightForm } from './rightForm.ts'
import { sameRows } from './sameRows.ts'
import { settleFilters } from './settleFilters.ts'

const inCollection = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [
      refuseHiddenSort,
      settleFilters,
      fieldsOnly,
      ...(collection.hooks?.beforeOperation ?? []),
      rightForm,
    ],
    beforeValidate: [sameRows, existingRows, ...(collection.hooks?.beforeValidate ?? [])],
  },
})

const globalInForm: GlobalBeforeOperationHook = ({ args, operation, global, req }) => {
  const { data } = args as { data?: Record<string, unknown> }
  if (operation !== 'update' || !data) return args
  knownLocale(req)
  return { ...args, data: inForm({ fields: global.flattenedFields, data, collection: global.slug, req }) }
}

const inGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: { ...global.hooks, beforeOperation: [...(global.hooks?.beforeOperation ?? []), globalInForm] },
})

/**
 * Has every collection and global so far take what a form or a program sends only in the form of its fields, and answer
 * what is asked of it alike on both databases. Payload (3.90) stores a word in a number's place, fails with 500 on a row
 * that does not exist, takes rows of other documents, and sorts by fields nobody may read. Comes before the plugins,
 * whose own records nobody types.
 */
export const rightForms: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map(inCollection),
  globals: config.globals?.map(inGlobal),
})
