import type { Payload } from 'payload'
import { LAST_SEQ, lastNumbered } from '../../core/numbering.ts'
import type { Publication } from '../../types.ts'
import type { LogSource, StoredContent } from './source.ts'

/** Reads through Payload's own adapter, on any database. */
export const payloadSource = (payload: Payload): LogSource => {
  const publications = async (args: object) => {
    const found = await payload.db.find<Publication & { id: string }>({
      collection: 'publications',
      pagination: false,
      ...args,
    })
    return found.docs
  }
  return {
    rows: (after, limit) =>
      publications({ where: { seq: { greater_than: after, less_than_equal: LAST_SEQ } }, sort: 'seq', limit }),
    contents: async (hashes) => {
      if (!hashes.length) return []
      const found = await payload.db.find<StoredContent & { id: string }>({
        collection: 'contents',
        where: { hash: { in: [...hashes] } },
        limit: hashes.length,
        pagination: false,
      })
      return found.docs
    },
    last: async () =>
      (await lastNumbered(async (where) => (await publications({ where, sort: '-seq', limit: 1 }))[0]))?.seq ?? 0,
  }
}
