import type { Config, Plugin } from 'payload'

const withOwn = <Part extends { endpoints?: Config['endpoints'] | false }>(part: Part): Part => ({
  ...part,
  ...(Array.isArray(part.endpoints) ? { endpoints: [...part.endpoints] } : {}),
})

/**
 * `payload` 3.90.2 adds its endpoints to the very arrays of collections and globals that it is given. In a process that
 * makes several configurations of the same collections, as a host's tests do, each request looked through those of all of
 * them: 200 ms after some hundred. This gives every configuration arrays of its own.
 */
export const ownEndpoints: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map(withOwn),
  globals: config.globals?.map(withOwn),
})
