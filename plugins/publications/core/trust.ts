import type { Publication } from '../types.ts'
import { rowHash } from './chain.ts'
import { PUBLICATION_COLUMNS } from './columns.ts'
import { type DocumentName, isKind } from './documentState.ts'
import { isNumbered } from './numbering.ts'

/** Something of what is public that is not as it was written. */
export interface Fault {
  store: 'publications' | 'contents' | 'files'
  /** `#<seq>` of a row, `#<first>–#<last>` of rows that are not there, the hash of a content, `<sha256>/<name>` of a file. */
  place: string
  /**
   * `replaced`: the row is whole in itself, but the one after it was chained to another. `unusable`: a content that is
   * what its hash says, and yet no content.
   */
  what: 'changed' | 'missing' | 'replaced' | 'unusable'
  /** Documents that are not shown because of it; none is known when a row is missing. */
  documents: DocumentName[]
}

/** The last row that was read, as far as reading on needs it. */
export interface LogHead extends Partial<DocumentName> {
  /** 0 before the first row. */
  seq: number
  hash: string
}

export const LOG_START: LogHead = { seq: 0, hash: '' }

/** A sound row, or a document that is to be set aside from this place of the log on. */
export type TrustedEntry = { seq: number; row: Publication } | { seq: number; aside: DocumentName }

/** A stretch of the log as far as it can be trusted. */
export interface TrustedStretch {
  /** In the order of the log. */
  entries: TrustedEntry[]
  faults: Fault[]
  /** The last row of the stretch. */
  head: LogHead
}

/** A key is `<collection>:<document>#<event>`; those of reference data name no document. */
const namedByKey = (key: unknown): DocumentName[] => {
  const [, collection, document] = typeof key === 'string' ? (/^([^:#]+):([^#]+)#\d+$/.exec(key) ?? []) : []
  return collection && document ? [{ collection, document }] : []
}

/** The document that a row names, if what stands there is a name at all. */
const named = ({ collection, document }: Partial<DocumentName>): DocumentName[] =>
  typeof collection === 'string' && typeof document === 'string' && collection && document
    ? [{ collection, document }]
    : []

/** Every document that a broken row may concern: which of its columns is the wrong one, nobody knows. */
const concernedBy = (row: Publication): DocumentName[] => {
  const all = [...named(row), ...namedByKey(row.key)]
  return all.filter(
    (one, index) =>
      all.findIndex((other) => other.collection === one.collection && other.document === one.document) === index,
  )
}

const isInstant = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(Date.parse(value))

const TEXTS = PUBLICATION_COLUMNS.filter((column) => column !== 'edition' && column !== 'major')

/** Whether each column holds what its kind of column can: a database without a schema takes anything from a hand. */
const isFormed = (row: Publication): boolean =>
  isNumbered(row) &&
  isKind(row.kind) &&
  isInstant(row.at) &&
  named(row).length > 0 &&
  TEXTS.every((column) => row[column] === null || row[column] === undefined || typeof row[column] === 'string') &&
  (row.edition === null || row.edition === undefined || Number.isFinite(row.edition))

/** Whether a row is as it was hashed. What it was chained to only its neighbours know. */
export const isSound = (row: Publication): boolean => {
  try {
    return isFormed(row) && row.hash === rowHash([...PUBLICATION_COLUMNS, 'seq', 'prev'], row)
  } catch {
    // What has no JSON form was never hashed by us.
    return false
  }
}

const gap = (first: number, last: number) => (first === last ? `#${first}` : `#${first}–#${last}`)

/**
 * Checks the next rows of the log: numbered without gaps, each hashed over its columns, each chained to the one before.
 * What is broken is set aside with the documents concerned, and reading goes on behind it. Pure.
 *
 * @param head the row before, as it was read
 * @param rows in ascending `seq`, all above the head's; one between two numbers has no place, and those beside it have
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
    // The row before is as it was hashed, and yet not the one that this row was chained to.
    if (follows && sound && row.prev !== last.hash) {
      fault('replaced', last.seq, named(last))
    }
    if (sound) entries.push({ seq: row.seq, row })
    else fault('changed', row.seq, concernedBy(row))
    last = { seq: row.seq, hash: typeof row.hash === 'string' ? row.hash : '', ...named(row)[0] }
  }
  return { entries, faults, head: last }
}
