import type { SanitizedConfig } from 'payload'

/** Adds a component that shows nothing to every form of a document or a global, in the form's own context. */
export const besideControls = (config: SanitizedConfig, component: string): SanitizedConfig => ({
  ...config,
  collections: config.collections.map((collection) => {
    const { admin } = collection
    const edit = admin.components?.edit
    return {
      ...collection,
      admin: {
        ...admin,
        components: {
          ...admin.components,
          edit: { ...edit, beforeDocumentControls: [...(edit?.beforeDocumentControls ?? []), component] },
        },
      },
    }
  }),
  globals: config.globals.map((global) => {
    const { admin } = global
    const elements = admin.components?.elements
    return {
      ...global,
      admin: {
        ...admin,
        components: {
          ...admin.components,
          elements: { ...elements, beforeDocumentControls: [...(elements?.beforeDocumentControls ?? []), component] },
        },
      },
    }
  }),
})
