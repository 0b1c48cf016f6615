import type { Config, SanitizedConfig } from 'payload'
import type { WorkflowOptions } from './types.ts'

/** The options the plugin was given, as it left them on the configuration. */
export const workflowOptions = (config: Config | SanitizedConfig): WorkflowOptions => {
  const options = config.custom?.workflow as WorkflowOptions | undefined
  if (!options) throw new Error('The workflow plugin is not installed')
  return options
}
