import type { Access, Endpoint, PayloadRequest } from 'payload'
import { PRIVATE, refuseReader } from '../../../lib/faults/refuseReader.ts'
import type { Fault } from '../core/trust.ts'
import { knownFaults } from '../store/faults.ts'

/** A fault as shown, with the documents concerned if the person can open them. */
export interface ShownFault extends Omit<Fault, 'documents'> {
  documents: { collection: string; id: string; title: string }[]
}

const rowsOf = async (req: PayloadRequest, { documents }: Fault): Promise<ShownFault['documents']> => {
  const shown: ShownFault['documents'] = []
  for (const { collection, document } of documents) {
    const title = req.payload.collections[collection]?.config.admin.useAsTitle
    if (!title) continue
    const found = await req.payload.find({
      collection,
      where: { key: { equals: document } },
      depth: 0,
      limit: 1,
      overrideAccess: false,
      req,
    })
    const [row] = found.docs as unknown as (Record<string, unknown> & { id: string })[]
    if (row) shown.push({ collection, id: String(row.id), title: String(row[title] ?? '') })
  }
  return shown
}

/** `GET /api/publications/faults`: faults that readers in this process found, for people who may read the log. */
export const faultsEndpoint = (read: Access): Endpoint => ({
  path: '/faults',
  method: 'get',
  handler: async (req) => {
    const refusal = await refuseReader(req, read)
    if (refusal) return refusal
    const faults: ShownFault[] = []
    for (const fault of knownFaults(req.payload)) faults.push({ ...fault, documents: await rowsOf(req, fault) })
    return Response.json({ faults }, { headers: PRIVATE })
  },
})
