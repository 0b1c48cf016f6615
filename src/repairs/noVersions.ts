import type { Endpoint, SanitizedConfig } from 'payload'

const without = (endpoints: Endpoint[] | false, isThere: (path: string) => boolean): Endpoint[] | false =>
  endpoints === false ? false : endpoints.filter(({ path }) => isThere(path))

/**
 * `payload` 3.90.2 registers addresses of versions and of verifying people for every collection, and fails with 500
 * where there are none. This takes the addresses away, so that they are 404 like all that do not exist. Payload adds them
 * after every plugin, so this is applied to the finished configuration.
 */
export const noVersions = (config: SanitizedConfig): SanitizedConfig => ({
  ...config,
  collections: config.collections.map((collection) => {
    const { auth, versions } = collection
    const isThere = (path: string) =>
      (Boolean(versions) || !path.startsWith('/versions')) && (Boolean(auth?.verify) || !path.startsWith('/verify'))
    return { ...collection, endpoints: without(collection.endpoints, isThere) }
  }),
  globals: config.globals.map((global) => ({
    ...global,
    endpoints: without(global.endpoints, (path) => Boolean(global.versions) || !path.startsWith('/versions')),
  })),
})
