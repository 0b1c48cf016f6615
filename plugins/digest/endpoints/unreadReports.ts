import type { Access, Endpoint } from 'payload'
import { PRIVATE, refuseReader } from '../../../lib/faults/refuseReader.ts'
import { settingsOf } from '../options.ts'
import { unreadReports } from '../outbox/bounces.ts'

/** `GET /api/subscribers/unread-reports`: how many delivery reports were set aside for people to read. */
export const unreadReportsEndpoint = (read: Access): Endpoint => ({
  path: '/unread-reports',
  method: 'get',
  handler: async (req) => {
    const refusal = await refuseReader(req, read)
    if (refusal) return refusal
    const count = await unreadReports(settingsOf(req.payload.config).dataDir)
    return Response.json({ count }, { headers: PRIVATE })
  },
})
