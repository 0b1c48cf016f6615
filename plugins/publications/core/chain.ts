import { canonicalJson, sha256 } from './canonical.ts'

/** A row of an append-only log, chained by hash to the previous row. */
export interface ChainedRow {
  seq: number
  /** Hash of the previous row; empty for the first. */
  prev: string
  hash: string
}

/**
 * Hash of a log row over the given columns. `null` and missing values hash alike, because databases differ in which
 * they return.
 */
export const rowHash = (columns: readonly string[], row: object): string =>
  sha256(
    canonicalJson(
      Object.fromEntries(
        columns
          .map((column) => [column, (row as Record<string, unknown>)[column]] as const)
          .filter(([, value]) => value !== null && value !== undefined && value !== ''),
      ),
    ),
  )

export interface ChainFault {
  seq: number
  what: 'changed' | 'missing' | 'reordered'
}

/**
 * Verifies the hash chain of one stream, whose rows it is given in ascending `seq`: no gaps from 1, a correct hash for
 * each row, and a correct reference to the previous row. After a fault it is of no use.
 *
 * @returns tells the fault of the next row, `undefined` when the chain holds so far
 */
export const chainReader = (columns: readonly string[]): ((row: ChainedRow) => ChainFault | undefined) => {
  let prev = ''
  let expected = 1
  return (row) => {
    if (row.seq > expected) return { seq: expected, what: 'missing' }
    if (row.seq < expected) return { seq: row.seq, what: 'reordered' }
    if (row.hash !== rowHash([...columns, 'seq', 'prev'], row)) return { seq: row.seq, what: 'changed' }
    if (row.prev !== prev) return { seq: row.seq, what: 'reordered' }
    prev = row.hash
    expected += 1
    return undefined
  }
}

/** The first fault of a whole stream in ascending `seq`, or `undefined` when its chain is valid; see `chainReader`. */
export const firstChainFault = (columns: readonly string[], rows: readonly ChainedRow[]): ChainFault | undefined => {
  const faultOf = chainReader(columns)
  for (const row of rows) {
    const fault = faultOf(row)
    if (fault) return fault
  }
  return undefined
}
