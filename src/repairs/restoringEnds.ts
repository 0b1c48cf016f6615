import type { CollectionBeforeOperationHook, CollectionConfig, Plugin } from 'payload'

/**
 * `payload` 3.90.2 marks a request that restores a version (`context.isRestoringVersion`) and never clears the mark.
 * Every later save of the same request, such as an aliased GraphQL mutation, then writes null to each field it does not
 * mention. This clears the mark before each save.
 */
const forgetRestoring: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'create' || operation === 'update') Reflect.deleteProperty(req.context, 'isRestoringVersion')
  return args
}

const whole = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeOperation: [forgetRestoring, ...(collection.hooks?.beforeOperation ?? [])] },
})

/** Lets a request that restored a version save documents afterwards without losing fields. */
export const restoringEnds: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map(whole),
})
