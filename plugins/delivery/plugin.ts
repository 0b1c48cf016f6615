import type { Config, Plugin, SanitizedConfig } from 'payload'
import { publicShapes } from '../publications/index.ts'
import type { ProjectionRules } from './catalogue/project.ts'
import type { DeliveryOptions } from './types.ts'
import { visits } from './visits/collection.ts'

/**
 * Stores the options of the public side on the configuration. Processes that serve the public open it with
 * `openDelivery`.
 */
export const delivery =
  (options: DeliveryOptions): Plugin =>
  (config) => ({
    ...config,
    custom: { ...config.custom, delivery: options },
    collections: [...(config.collections ?? []), visits(options.read)],
  })

/**
 * Options of the plugin.
 *
 * @throws Error when the plugin is missing
 */
export const deliveryOptions = (config: Config | SanitizedConfig): DeliveryOptions => {
  const options = config.custom?.delivery as DeliveryOptions | undefined
  if (!options) throw new Error('The delivery plugin is not installed')
  return options
}

/**
 * Projection rules of each served collection.
 *
 * @throws Error when the plugin is missing or names a collection that is not governed
 */
export const rulesOf = (config: Config | SanitizedConfig): Record<string, ProjectionRules> => {
  const options = deliveryOptions(config)
  const shapes = publicShapes(config)
  return Object.fromEntries(
    Object.entries(options.collections).map(([slug, collection]) => {
      const shape = shapes[slug]
      if (!shape) throw new Error(`Delivery names "${slug}", which is not governed`)
      return [slug, { shape, collection }]
    }),
  )
}
