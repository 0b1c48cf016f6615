import type { Config, SanitizedConfig } from 'payload'
import type { WebhookOptions } from './types.ts'

/** Options of the installed plugin. */
export const optionsOf = (config: Config | SanitizedConfig): WebhookOptions => {
  const options = config.custom?.webhooks as WebhookOptions | undefined
  if (!options) throw new Error('The webhooks plugin is not installed')
  return options
}
