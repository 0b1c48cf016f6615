import type { Publication } from '../types.ts'
import { rowHash } from './chain.ts'
import { PUBLICATION_COLUMNS } from './columns.ts'
import type { DocumentName } from './documentState.ts'

/** Something of what is public that is not as it was written. */
export interface Fault {
  store: 'publications' | 'contents' | 'files'
  /** `#<seq>` of a row, `#<first>–#<last>` of rows that are not there, the hash of a content, `<sha256>/<name>` of a file. */
  place: string
  /** `replaced`: the row is whole in itself, but the one after it was chained to another. */
  what: 'changed' | 'missing' | 'replaced'
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
  const [, collection, document] = /^([^:#]+):([^#]+)#\d+$/.exec(String(key)) ?? []
  return collection && document ? [{ collection, document }] : []
}

/** The document that a row names, if it names one at all: a database takes anything for a text. */
const namedBy = ({ collection, document }: Partial<DocumentName>): DocumentName[] =>
  typeof collection === 'string' && typeof document === 'string' && collection && document
    ? [{ collection, document }]
    : []

/** Every document that a broken row may concern: which of its columns is the wrong one, nobody knows. */
const concernedBy = (row: Publication): DocumentName[] => {
  const named = [...namedBy(row), ...namedByKey(row.key)]
  return named.filter(
    (one, index) =>
      named.findIndex((other) => other.collection === one.collection && other.document === one.document) === index,
  )
}

const NEEDED = ['key', 'kind', 'collection', 'document', 'at'] as const
const isTextOrNothing = (value: unknown): boolean => value === null || value === undefined || typeof value === 'string'

/** Whether the columns hold what their readers take them for; a hash can be made over anything. */
const isInForm = (row: Publication): boolean =>
  NEEDED.every((name) => row[name]) &&
  PUBLICATION_COLUMNS.every((name) =>
    name === 'edition'
      ? Number.isSafeInteger(row.edition)
      : name === 'major'
        ? typeof row.major === 'boolean'
        : isTextOrNothing(row[name]),
  ) &&
  !Number.isNaN(Date.parse(row.at))

/** Whether a row is as it was hashed. What it was chained to only its neighbours know. */
export const isSound = (row: Publication): boolean => {
  try {
    if (!isInForm(row)) return false
    return row.hash === rowHash([...PUBLICATION_COLUMNS, 'seq', 'prev'], row)
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
 * @param rows in ascending `seq`, all above the head's
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
    const follows = row.seq === last.seq + 1
    if (!follows)
      faults.push({ store: 'publications', place: gap(last.seq + 1, row.seq - 1), what: 'missing', documents: [] })
    const sound = isSound(row)
    // The row before is as it was hashed, and yet not the one that this row was chained to.
    if (follows && sound && row.prev !== last.hash) {
      fault('replaced', last.seq, namedBy(last))
    }
    if (sound) entries.push({ seq: row.seq, row })
    else fault('changed', row.seq, concernedBy(row))
    last = { seq: row.seq, hash: String(row.hash), ...namedBy(row)[0] }
  }
  return { entries, faults, head: last }
}
