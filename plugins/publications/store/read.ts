import type { Payload, Where } from 'payload'
import type { FrozenContent, Publication } from '../types.ts'

const find = async (payload: Payload, args: { where?: Where; sort: string; limit: number }): Promise<Publication[]> => {
  const found = await payload.db.find<Publication & { id: string }>({
    collection: 'publications',
    pagination: false,
    ...args,
  } as never)
  return found.docs
}

/** The next rows of the publications log after a `seq`, ascending, at most `limit`. */
export const readPublications = (args: { payload: Payload; after: number; limit: number }): Promise<Publication[]> =>
  find(args.payload, { where: { seq: { greater_than: args.after } }, sort: 'seq', limit: args.limit })

/** The last `seq` of the publications log, 0 when nothing was ever published. */
export const lastSeq = async (args: { payload: Payload }): Promise<number> =>
  (await find(args.payload, { sort: '-seq', limit: 1 }))[0]?.seq ?? 0

/** The last `seq` whose instant lies before `instant`, 0 when there is none. */
export const lastSeqBefore = async (args: { payload: Payload; instant: Date }): Promise<number> =>
  (await find(args.payload, { where: { at: { less_than: args.instant.toISOString() } }, sort: '-seq', limit: 1 }))[0]
    ?.seq ?? 0

/** Everything done before the public with one document, ascending. */
export const publicationsOf = (args: {
  payload: Payload
  collection: string
  document: string
}): Promise<Publication[]> =>
  find(args.payload, {
    where: { and: [{ collection: { equals: args.collection } }, { document: { equals: args.document } }] },
    sort: 'seq',
    limit: 0,
  })

/** Which of these keys the publications log already holds. */
export const recordedKeys = async (args: { payload: Payload; keys: string[] }): Promise<Set<string>> => {
  if (!args.keys.length) return new Set()
  const rows = await find(args.payload, { where: { key: { in: args.keys } }, sort: 'seq', limit: args.keys.length })
  return new Set(rows.map((row) => row.key))
}

/**
 * Frozen contents by hash. A hash whose bytes were purged, or that is not there, is missing from the answer.
 */
export const readContents = async (args: {
  payload: Payload
  hashes: string[]
}): Promise<Map<string, FrozenContent>> => {
  if (!args.hashes.length) return new Map()
  const found = await args.payload.db.find<{ id: string; hash: string; bytes?: string | null }>({
    collection: 'contents',
    where: { hash: { in: args.hashes } },
    limit: args.hashes.length,
    pagination: false,
  } as never)
  return new Map(
    found.docs.filter((row) => row.bytes).map((row) => [row.hash, JSON.parse(row.bytes!) as FrozenContent]),
  )
}
