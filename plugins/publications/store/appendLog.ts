import type { Payload, Where } from 'payload'
import { type ChainedRow, rowHash } from '../core/chain.ts'
import { lastNumbered } from '../core/numbering.ts'
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

/** A log that many write to at once gives a row to one of them each round. */
const MOST_TRIES = 200
/** Rounds in which a key was said to be taken, and no row shows it: the fault lies elsewhere. */
const MOST_WITHOUT_PROGRESS = 3

/**
 * Appends one row to a log: numbered without gaps, chained by hash to the row before. Needs no lock and no
 * transaction: the unique index on the number decides who was first, on any database.
 *
 * @param args.expected the `seq` the stream must end with (0 for an empty one); without it the row goes in wherever
 *   the end is, after as many tries as it takes
 * @param args.head hash of the row at `expected`, from somebody who has just read it; spares reading it again
 * @throws Error when the database refuses the row for another reason than that somebody was first, or when others were
 *   first every time
 */
export const appendLog = async <Row extends object>(args: {
  payload: Payload
  log: Log
  entry: Row
  expected?: number
  head?: string
}): Promise<Appended<Row>> => {
  const { payload, log, entry, expected } = args
  const inStream: Where[] = log.stream
    ? [{ [log.stream]: { equals: (entry as Record<string, unknown>)[log.stream] } }]
    : []
  const find = async (where: Where) => {
    const found = await payload.db.find<Row & ChainedRow & { id: string }>({
      collection: log.collection,
      where,
      sort: '-seq',
      limit: 1,
      pagination: false,
    })
    return found.docs[0]
  }
  /** A row that somebody numbered with a word, a fraction or beyond all counting must not be the end for ever. */
  const last = () => lastNumbered((numbered) => find({ and: [...inStream, numbered] }))
  /** The row with this entry's key, if somebody wrote it already. */
  const present = () =>
    log.key ? find({ [log.key]: { equals: (entry as Record<string, unknown>)[log.key] } }) : undefined
  const known = expected !== undefined && args.head !== undefined
  let end = known ? { seq: expected, hash: args.head! } : endOf(await last())
  let withoutProgress = 0
  for (let attempt = 1; ; attempt += 1) {
    if (expected !== undefined && end.seq !== expected) return { outcome: 'stale', last: await last() }
    const row = { ...entry, seq: end.seq + 1, prev: end.hash }
    const data = { ...row, hash: rowHash([...log.columns, 'seq', 'prev'], row) }
    try {
      await payload.db.create({ collection: log.collection, data: { ...data } as Record<string, unknown> })
      return { outcome: 'appended', row: data }
    } catch (error) {
      if (!isDuplicate(error)) throw error
      // Lost the number, or the key, to somebody else: the rows say which.
      const there = await present()
      if (there) return { outcome: 'present', row: there }
      const now = endOf(await last())
      withoutProgress = now.seq === end.seq ? withoutProgress + 1 : 0
      if (withoutProgress === MOST_WITHOUT_PROGRESS) throw error
      if (attempt === MOST_TRIES)
        throw new Error(`Others were first in the log "${log.collection}" ${MOST_TRIES} times`, { cause: error })
      end = now
    }
  }
}

const endOf = (last: ChainedRow | undefined): { seq: number; hash: string } => ({
  seq: last?.seq ?? 0,
  hash: last?.hash ?? '',
})
