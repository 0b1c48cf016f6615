import type { Publication } from '../../types.ts'

/** A row of `contents` as stored. */
export interface StoredContent {
  hash: string
  bytes?: unknown
  /** Set when the bytes were erased on purpose. Only a hint: the audit asks the trail whether that is true. */
  purgedReason?: unknown
}

/** Raw source of the log and the contents. Do not trust its rows before verification. */
export interface LogSource {
  /** Next rows after a `seq`, ascending, at most `limit`. */
  rows(after: number, limit: number): Promise<Publication[]>
  contents(hashes: readonly string[]): Promise<StoredContent[]>
  /** Last `seq`; 0 for an empty log. */
  last(): Promise<number>
}
