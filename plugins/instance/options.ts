import type { Config, SanitizedConfig } from 'payload'
import type { InstanceOptions } from './types.ts'

/** Options of the installed plugin. */
export const optionsOf = (config: Config | SanitizedConfig): InstanceOptions => {
  const options = config.custom?.instance as InstanceOptions | undefined
  if (!options) throw new Error('The instance plugin is not installed')
  return options
}
