import type { Publication } from '../types.ts'
import { rowHash } from './chain.ts'
import { PUBLICATION_COLUMNS } from './columns.ts'
import { type DocumentName, isKind } from './documentState.ts'
import { isNumbered } from './numbering.ts'

/** An integrity fault in published data. */
export interface Fault {
  store: 'publications' | 'contents' | 'files'
  /** `#<seq>` of a row, `#<first>–#<last>` of missing rows, the hash of a content, or `<sha256>/<name>` of a file. */
  place: string
  /**
   * `replaced`: the row's own hash is correct, but the next row was chained to another one. `unusable`: the content
   * matches its hash, but is malformed.
   */
  what: 'changed' | 'missing' | 'replaced' | 'unusable'
  /** Documents that are not shown because of it; unknown when a row is missing. */
  documents: DocumentName[]
}

/** The last row read, as far as it is needed to continue. */
export interface LogHead extends Partial<DocumentName> {
  /** 0 before the first row. */
  seq: number
  hash: string
}

export const LOG_START: LogHead = { seq: 0, hash: '' }

/** A valid row, or a document to set aside from this position of the log on. */
export type TrustedEntry = { seq: number; row: Publication } | { seq: number; aside: DocumentName }

/** A verified batch of the log. */
export interface TrustedStretch {
  /** In log order. */
  entries: TrustedEntry[]
  faults: Fault[]
  /** The last row of the batch. */
  head: LogHead
}

/** A key has the form `<collection>:<document>#<event>`; keys of reference data name no document. */
const namedByKey = (key: unknown): DocumentName[] => {
  const [, collection, document] = typeof key === 'string' ? (/^([^:#]+):([^#]+)#\d+$/.exec(key) ?? []) : []
  return collection && document ? [{ collection, document }] : []
}

/** The document that a row names, if its columns hold valid names. */
const named = ({ collection, document }: Partial<DocumentName>): DocumentName[] =>
  typeof collection === 'string' && typeof document === 'string' && collection && document
    ? [{ collection, document }]
    : []

/** Every document that a corrupt row may concern, because it is unknown which column is wrong. */
const concernedBy = (row: Publication): DocumentName[] => {
  const all = [...named(row), ...namedByKey(row.key)]
  return all.filter(
    (one, index) =>
      all.findIndex((other) => other.collection === one.collection && other.document === one.document) === index,
  )
}

const isInstant = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(Date.parse(value))

const TEXTS = PUBLICATION_COLUMNS.filter((column) => column !== 'edition' && column !== 'major')

/** Whether each column has a valid type; a database without a schema accepts any value from a manual write. */
const isFormed = (row: Publication): boolean =>
  isNumbered(row) &&
  isKind(row.kind) &&
  isInstant(row.at) &&
  named(row).length > 0 &&
  TEXTS.every((column) => row[column] === null || row[column] === undefined || typeof row[column] === 'string') &&
  (row.edition === null || row.edition === undefined || Number.isFinite(row.edition))

/** Whether a row matches its own hash. Its place in the chain can be verified only with its neighbours. */
export const isSound = (row: Publication): boolean => {
  try {
    return isFormed(row) && row.hash === rowHash([...PUBLICATION_COLUMNS, 'seq', 'prev'], row)
  } catch {
    // A row without a JSON form was never hashed by this system.
    return false
  }
}

const gap = (first: number, last: number) => (first === last ? `#${first}` : `#${first}–#${last}`)

/**
 * Verifies the next rows of the log: no gaps, a correct hash for each row, and a chain without breaks. Documents
 * concerned by a fault are set aside, and reading continues after it. Pure.
 *
 * @param head the previous row, as read
 * @param rows in ascending `seq`, all above the head's; a row with a fractional number is a fault, and the rows beside
 * it stay valid
 */
export const checkStretch = (head: LogHead, rows: readonly Publication[]): TrustedStretch => {
  const entries: TrustedEntry[] = []
  const faults: Fault[] = []
  let last = head
  const fault = (what: Fault['what'], seq: number, documents: DocumentName[]) => {
    faults.push({ store: 'publications', place: `#${seq}`, what, documents })
    entries.push(...documents.map((aside) => ({ seq, aside })))
  }
  for (const row of rows) {
    if (!isNumbered(row)) {
      fault('changed', row.seq, concernedBy(row))
      continue
    }
    const follows = row.seq === last.seq + 1
    if (!follows)
      faults.push({ store: 'publications', place: gap(last.seq + 1, row.seq - 1), what: 'missing', documents: [] })
    const sound = isSound(row)
    // The previous row matches its own hash, but this row was chained to another one.
    if (follows && sound && row.prev !== last.hash) {
      fault('replaced', last.seq, named(last))
    }
    if (sound) entries.push({ seq: row.seq, row })
    else fault('changed', row.seq, concernedBy(row))
    last = { seq: row.seq, hash: typeof row.hash === 'string' ? row.hash : '', ...named(row)[0] }
  }
  return { entries, faults, head: last }
}
