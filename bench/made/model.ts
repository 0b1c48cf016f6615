import type { Payload } from 'payload'
import type { JsonObject } from '../../plugins/publications/index.ts'

/** The reference data that made documents point to, as editions freeze them. */
export interface Model {
  types: JsonObject[]
  issuers: JsonObject[]
  topics: JsonObject[]
  territories: JsonObject[]
  audiences: JsonObject[]
}

const localised = (value: unknown): unknown =>
  value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).flatMap(([locale, text]) => (text ? [[`@${locale}`, text]] : [])))
    : value

/** Reads the reference data of a portal. */
export const modelOf = async (payload: Payload): Promise<Model> => {
  const frozen = async (collection: string, key: string, labels: string[]): Promise<JsonObject[]> => {
    const { docs } = await payload.find({
      collection,
      locale: 'all',
      depth: 0,
      pagination: false,
      overrideAccess: true,
    })
    return (docs as unknown as Record<string, unknown>[]).map(
      (row) =>
        Object.fromEntries([
          ['collection', collection],
          ['key', row[key]],
          ...labels.flatMap((name) => (row[name] ? [[name, localised(row[name])]] : [])),
        ]) as JsonObject,
    )
  }
  return {
    types: await frozen('document-types', 'code', ['name']),
    issuers: await frozen('organisations', 'code', ['name', 'shortName']),
    topics: await frozen('topics', 'slug', ['title']),
    territories: await frozen('territories', 'code', ['name']),
    audiences: await frozen('audiences', 'slug', ['title']),
  }
}
