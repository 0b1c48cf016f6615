import type { Config, SanitizedConfig } from 'payload'
import { systemClock } from '../../lib/time/clock.ts'
import { defaultLocale } from '../publications/index.ts'
import { inLocaleOf } from './reading/inLocale.ts'
import type { GivenOptions, WorkflowOptions } from './types.ts'

/** How long new power rests before it can be used, in hours, unless a head confirms it. */
const RESTS = 24

const localeCodes = ({ localization }: Config): string[] =>
  localization ? localization.locales.map((locale) => (typeof locale === 'string' ? locale : locale.code)) : []

/** The options with their defaults, some of which depend on the rest of the configuration. */
export const withDefaults = (given: GivenOptions, config: Config): WorkflowOptions => {
  const people = config.collections?.find(({ slug }) => slug === given.people.collection)
  return {
    checks: {},
    inLocale: inLocaleOf(localeCodes(config)),
    roles: {},
    language: defaultLocale(config),
    clock: systemClock,
    powerRests: RESTS,
    ...given,
    people: { name: people?.admin?.useAsTitle ?? 'email', ...given.people },
  }
}

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
