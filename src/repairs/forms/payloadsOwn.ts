import {
  APIError,
  type Endpoint,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type SanitizedConfig,
} from 'payload'
import { say } from '../../../lib/faults/say.ts'
import { FAULTS } from '../../portal/faults.ts'
import { fieldsOnly } from './fieldsOnly.ts'
import { normaliseFilters } from './normaliseFilters.ts'
import { refuseHiddenSort } from './refuseHiddenSort.ts'
import { rightForm } from './rightForm.ts'

const PREFERENCES = 'payload-preferences'
/** What people may write to; all other records of plugins are written by code alone. */
const WRITTEN = new Set([PREFERENCES, 'payload-locked-documents'])

/** Characters that no key of a preference has and some databases refuse. */
const CONTROL = /\p{Cc}/u
const LONGEST_KEY = 300

const hasPreference = async (req: PayloadRequest, key: string): Promise<boolean> => {
  const found = await req.payload.db.findOne({
    collection: PREFERENCES,
    where: { and: [{ key: { equals: key } }, { 'user.value': { equals: req.user?.id } }] },
  })
  return found !== null && found !== undefined
}

const checked = (endpoint: Endpoint): Endpoint => {
  if (endpoint.path !== '/:key') return endpoint
  return {
    ...endpoint,
    handler: async (req) => {
      const key = String(req.routeParams?.key ?? '')
      const fault =
        key.length > LONGEST_KEY || CONTROL.test(key)
          ? FAULTS.badRequest
          : endpoint.method === 'delete' && req.user && !(await hasPreference(req, key))
            ? FAULTS.notFound
            : undefined
      if (fault) throw new APIError(say(req, fault.vi, fault.en), fault.status, { code: fault.code }, true)
      return endpoint.handler(req)
    },
  }
}

const inForm = (collection: SanitizedCollectionConfig): SanitizedCollectionConfig => ({
  ...collection,
  endpoints: (collection.endpoints || []).map((endpoint) =>
    collection.slug === PREFERENCES ? checked(endpoint) : endpoint,
  ),
  hooks: {
    ...collection.hooks,
    beforeOperation: [
      refuseHiddenSort,
      normaliseFilters,
      ...(collection.hooks.beforeOperation ?? []),
      fieldsOnly,
      ...(WRITTEN.has(collection.slug) ? [rightForm] : []),
    ],
  },
})

/**
 * `payload` 3.90.2 fails with 500 where a preference that does not exist is deleted, answers 501 where a collection has no
 * endpoints, and builds filters within the JSON
 * of preferences into the text of the query, and reads what a reference to rows of several collections points to without
 * looking whether it is one. It adds preferences and locks after every plugin, and plugins add records of
 * their own, so these miss the checks that all other collections have. This gives every collection the same checks of
 * filters, of sorting and of data that is no document, and checks keys of preferences. Applied to the finished configuration.
 */
export const payloadsOwn = (config: SanitizedConfig): SanitizedConfig => ({
  ...config,
  collections: config.collections.map((collection) =>
    collection.hooks.beforeOperation?.includes(normaliseFilters) ? collection : inForm(collection),
  ),
})
