import type { Config, SanitizedConfig } from 'payload'
import type { WorkflowOptions } from './types.ts'

/**
 * The options of the plugin, read from the configuration.
 *
 * @throws Error when the plugin is not installed
 */
export const workflowOptions = (config: Config | SanitizedConfig): WorkflowOptions => {
  const options = config.custom?.workflow as WorkflowOptions | undefined
  if (!options) throw new Error('The workflow plugin is not installed')
  return options
}
