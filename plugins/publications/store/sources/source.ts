import type { Publication } from '../../types.ts'

/** A row of `contents` as it is stored. */
export interface StoredContent {
  hash: string
  /** Empty when the bytes were purged. */
  bytes?: unknown
  /** Why they were purged. */
  purgedReason?: string | null
}

/** Where the log and the contents are read from: raw, and to be trusted by nobody before they are checked. */
export interface LogSource {
  /** The next rows after a `seq`, ascending, at most `limit`. */
  rows(after: number, limit: number): Promise<Publication[]>
  contents(hashes: readonly string[]): Promise<StoredContent[]>
  /** The last `seq`, 0 for an empty log. */
  last(): Promise<number>
}
