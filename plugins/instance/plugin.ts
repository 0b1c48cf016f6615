import type { Plugin } from 'payload'
import { confirmEndpoint, instanceEndpoint } from './endpoints/instance.ts'
import type { InstanceOptions } from './types.ts'

/**
 * Knows whether a database is still the system that it was, or a copy of it: restored from a backup, or copied to
 * another place. A copy sends nothing until somebody confirms it; see `sendingAllowed`.
 */
export const instance =
  (options: InstanceOptions): Plugin =>
  (config) => ({
    ...config,
    custom: { ...config.custom, instance: options },
    endpoints: [...(config.endpoints ?? []), instanceEndpoint, confirmEndpoint],
  })
