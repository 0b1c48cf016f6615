import type { Plugin } from 'payload'
import { statesCollection } from './collections/states.ts'
import { webhooksCollection } from './collections/webhooks.ts'
import type { WebhookOptions } from './types.ts'

type Label = { vi: string; en: string }

/**
 * Tells programs of every row of the publications log, after the Standard Webhooks specification. Must come before the
 * plugins that repair forms, because people type what is in it.
 */
export const webhooks =
  (options: WebhookOptions): Plugin =>
  (config) => {
    const labelOf = (slug: string): Label => {
      const collection = config.collections?.find((one) => one.slug === slug)
      const label = collection?.labels?.plural ?? config.globals?.find((one) => one.slug === slug)?.label
      return (label as Label | undefined) ?? { vi: slug, en: slug }
    }
    return {
      ...config,
      custom: { ...config.custom, webhooks: options },
      collections: [...(config.collections ?? []), webhooksCollection(options, labelOf), statesCollection],
    }
  }
