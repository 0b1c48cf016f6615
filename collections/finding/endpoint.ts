import type { CollectionSlug, Endpoint, PayloadRequest } from 'payload'
import { PRIVATE, refuseReader } from '../../lib/faults/refuseReader.ts'

/** A row found by its words, with the name it is called by. */
export interface FoundRow {
  collection: string
  id: string
  name: string
}

const MOST_OF_EACH = 6
const LONGEST = 200

const rowsIn = async (req: PayloadRequest, collection: CollectionSlug, typed: string): Promise<FoundRow[]> => {
  const { useAsTitle } = req.payload.collections[collection]!.config.admin
  const { docs } = await req.payload.find({
    collection,
    where: { [useAsTitle!]: { like: typed } },
    depth: 0,
    limit: MOST_OF_EACH,
    pagination: false,
    locale: 'vi',
    overrideAccess: false,
    req,
  })
  return (docs as unknown as Record<string, unknown>[]).map((row) => ({
    collection,
    id: String(row.id),
    name: String(row[useAsTitle!] ?? ''),
  }))
}

/**
 * `GET /api/finding?q=`: documents that the person may read, found by title, number, abbreviation or former title, a few
 * of each collection.
 */
export const findingEndpoint = (collections: readonly CollectionSlug[]): Endpoint => ({
  path: '/finding',
  method: 'get',
  handler: async (req) => {
    const refusal = await refuseReader(req)
    if (refusal) return refusal
    const typed = req.query?.q
    const q = typeof typed === 'string' ? typed.slice(0, LONGEST).trim() : ''
    const found = q ? await Promise.all(collections.map((collection) => rowsIn(req, collection, q))) : []
    return Response.json({ found: found.flat() }, { headers: PRIVATE })
  },
})
