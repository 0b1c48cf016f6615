import type { Payload, Where } from 'payload'
import { type ChainedRow, rowHash } from '../core/chain.ts'
import { isDuplicate } from './insertOnce.ts'

/** Where a log keeps its rows and what is hashed of them. */
export interface Log {
  collection: string
  /** Column that names the stream a row belongs to; without it the whole collection is one stream. */
  stream?: string
  /** Column of a unique key, so that appending the same thing twice is harmless. */
  key?: string
  /** The columns hashed, `seq` and `prev` apart. */
  columns: readonly string[]
}

export type Appended<Row> =
  /** This call wrote the row. */
  | { outcome: 'appended'; row: Row & ChainedRow }
  /** A row with the same key was there already. */
  | { outcome: 'present'; row: Row & ChainedRow }
  /** The stream did not end at `expected` any more; `last` is its last row now. */
  | { outcome: 'stale'; last: (Row & ChainedRow) | undefined }

const MOST_TRIES = 200

/**
 * Appends one row to a log: numbered without gaps, chained by hash to the row before. Needs no lock and no
 * transaction: the unique index on the number decides who was first, on any database.
 *
 * @param args.expected the `seq` the stream must end with (0 for an empty one); without it the row goes in wherever
 *   the end is, after as many tries as it takes
 */
export const appendLog = async <Row extends object>(args: {
  payload: Payload
  log: Log
  entry: Row
  expected?: number
}): Promise<Appended<Row>> => {
  const { payload, log, entry, expected } = args
  const inStream: Where = log.stream ? { [log.stream]: { equals: (entry as Record<string, unknown>)[log.stream] } } : {}
  const find = async (where: Where) => {
    const found = await payload.db.find<Row & ChainedRow & { id: string }>({
      collection: log.collection,
      where,
      sort: '-seq',
      limit: 1,
      pagination: false,
    } as never)
    return found.docs[0]
  }
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    if (log.key) {
      const present = await find({ [log.key]: { equals: (entry as Record<string, unknown>)[log.key] } })
      if (present) return { outcome: 'present', row: present }
    }
    const last = await find(inStream)
    if (expected !== undefined && (last?.seq ?? 0) !== expected) return { outcome: 'stale', last }
    const row = { ...entry, seq: (last?.seq ?? 0) + 1, prev: last?.hash ?? '' }
    const data = { ...row, hash: rowHash([...log.columns, 'seq', 'prev'], row) }
    try {
      await payload.db.create({ collection: log.collection, data: { ...data } as Record<string, unknown> })
      return { outcome: 'appended', row: data }
    } catch (error) {
      // Lost the number, or the key, to somebody else: the next round reads which.
      if (!isDuplicate(error)) throw error
    }
  }
  throw new Error(`The log "${log.collection}" could not be appended to after ${MOST_TRIES} tries`)
}
