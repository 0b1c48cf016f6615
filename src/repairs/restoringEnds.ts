import type { CollectionBeforeOperationHook, CollectionConfig, Plugin } from 'payload'

/**
 * Payload 3.90 marks a request as one that restores a version and never takes the mark back: every later save of the
 * same request (GraphQL runs many mutations in one) writes nothing over each field that it does not mention.
 */
const forgetRestoring: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'create' || operation === 'update') Reflect.deleteProperty(req.context, 'isRestoringVersion')
  return args
}

const whole = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeOperation: [forgetRestoring, ...(collection.hooks?.beforeOperation ?? [])] },
})

/** Lets a request that restored a version save other documents, and the same one, whole. */
export const restoringEnds: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map(whole),
})
