import type { Payload, PayloadRequest, Where } from 'payload'
import { type ChainedRow, rowHash } from '../core/chain.ts'
import { lastNumbered } from '../core/numbering.ts'
import { isDuplicate } from './insertOnce.ts'

/** Where a log stores its rows, and which columns it hashes. */
export interface Log {
  collection: string
  /** Column that identifies the stream of a row; without it the whole collection is one stream. */
  stream?: string
  /** Column with a unique key, which makes appending idempotent. */
  key?: string
  /** The hashed columns, except `seq` and `prev`. */
  columns: readonly string[]
}

/** A transaction to take part in. */
export type Within = Pick<PayloadRequest, 'transactionID'>

export type Appended<Row> =
  /** This call inserted the row. */
  | { outcome: 'appended'; row: Row & ChainedRow }
  /** A row with the same key already exists. */
  | { outcome: 'present'; row: Row & ChainedRow }
  /** The stream no longer ends at `expected`; `last` is its current last row. */
  | { outcome: 'stale'; last: (Row & ChainedRow) | undefined }

/** Retry limit: under contention, one writer succeeds in each round. */
const MOST_TRIES = 200
/** Rounds in which the key is reported as taken but no row has it; then the error has another cause. */
const MOST_WITHOUT_PROGRESS = 3

/**
 * Appends one row to a log: numbered without gaps, chained by hash to the previous row. It needs no lock and no
 * transaction: the unique index on the number decides the race on any database.
 *
 * @param args.expected the `seq` that the stream must end with (0 for an empty one); without it the row is appended at
 *   the current end, with retries
 * @param args.head hash of the row at `expected`, if the caller has just read it; saves a read
 * @param args.req appends within this transaction, so that the row stands or falls with what it tells of
 * @throws Error when the database rejects the row for another reason than a lost race, or when every retry lost the
 * race
 */
export const appendLog = async <Row extends object>(args: {
  payload: Payload
  log: Log
  entry: Row
  expected?: number
  head?: string
  req?: Within
}): Promise<Appended<Row>> => {
  const { payload, log, entry, expected, req } = args
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
      req,
    })
    return found.docs[0]
  }
  /** A row numbered by hand with a text, a fraction or an excessive number must not block the end of the log. */
  const last = () => lastNumbered((numbered) => find({ and: [...inStream, numbered] }))
  /** The row with this entry's key, if it already exists. */
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
      await payload.db.create({ collection: log.collection, data: { ...data } as Record<string, unknown>, req })
      return { outcome: 'appended', row: data }
    } catch (error) {
      if (!isDuplicate(error)) throw error
      // Lost a race for the number or for the key; the rows tell which.
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
