import type { Payload, Where } from 'payload'
import type {
  ConsentEventRow,
  DeliveryRow,
  DigestActRow,
  DigestRunRow,
  LinkKeyRow,
  RelayRow,
  StepRow,
  SubscriberRow,
  SubscriptionRow,
  SuppressionRow,
  TokenRow,
} from '../rowTypes.ts'

/** Row types of the plugin's collections. */
export interface Tables {
  subscribers: SubscriberRow
  subscriptions: SubscriptionRow
  'consent-events': ConsentEventRow
  'digest-runs': DigestRunRow
  deliveries: DeliveryRow
  suppressions: SuppressionRow
  'digest-tokens': TokenRow
  'digest-keys': LinkKeyRow
  'digest-relay': RelayRow
  'digest-steps': StepRow
  'digest-acts': DigestActRow
}

/** Reads rows of a collection below Payload's access control and hooks; relations are keys, so nothing is populated. */
export const find = async <Name extends keyof Tables>(args: {
  payload: Payload
  collection: Name
  where: Where
  sort?: string
  /** 0 for all. */
  limit: number
}): Promise<Tables[Name][]> => {
  // Sort by id when the order does not matter, because the admin's default sort has no index.
  const { payload, collection, where, sort = '-id', limit } = args
  const found = await payload.db.find<Tables[Name] & { id: string }>({
    collection,
    where,
    limit,
    pagination: false,
    sort,
  })
  return found.docs
}

/** The row with a unique value, if it exists. */
export const findOne = async <Name extends keyof Tables>(
  payload: Payload,
  collection: Name,
  where: Where,
): Promise<Tables[Name] | undefined> => (await find({ payload, collection, where, limit: 1 }))[0]

/** Counts matching rows below Payload's access control and hooks. */
export const count = async (payload: Payload, collection: keyof Tables, where: Where): Promise<number> =>
  (await payload.db.count({ collection, where })).totalDocs
