import { setImmediate as turn } from 'node:timers/promises'
import type { FrozenContent, Publication } from '../../publications/index.ts'
import type { CatalogueFile } from './openFile.ts'
import type { ProjectionRules } from './project.ts'
import { contentsNeeded, positionOf, writeRows } from './write.ts'

/** Where the catalogue reads from: the publications log and the frozen contents, nothing else. */
export interface Source {
  /** The next rows after a `seq`, ascending. */
  rows(after: number, limit: number): Promise<Publication[]>
  contents(hashes: string[]): Promise<Map<string, FrozenContent>>
}

/** Rows a slice takes: small enough that requests are answered between two slices. */
const SLICE = 50

export interface Followed {
  /** Rows written. */
  rows: number
  /** Hashes of live contents that are not there. */
  missing: string[]
  /** Whether the catalogue was thrown away first, because the log is not the one it was made from. */
  rebuilt: boolean
}

/**
 * Brings the catalogue up to the end of the log, in slices that let other work through. The row it stopped at last
 * time is read again and compared, so that a log that was restored from a backup, or belongs to another database, is
 * noticed and the catalogue made anew. Rows are taken only as far as they are numbered without a gap.
 *
 * @param args.onSlice called after each slice, when readers see more than before, and after the file was made anew
 * @throws whatever the source throws; what was written before stays
 */
export const follow = async (args: {
  file: CatalogueFile
  source: Source
  rules: Readonly<Record<string, ProjectionRules>>
  onSlice?: (rebuilt: boolean) => void
  /** Asked between slices; the file may not be touched after it says yes. */
  stopped?: () => boolean
}): Promise<Followed> => {
  const { file, source, rules } = args
  const followed: Followed = { rows: 0, missing: [], rebuilt: false }
  for (;;) {
    const { seq, hash } = positionOf(file.sql())
    const read = await source.rows(Math.max(0, seq - 1), SLICE + 1)
    if (args.stopped?.()) return followed
    if (seq > 0 && read[0]?.hash !== hash) {
      file.empty()
      followed.rebuilt = true
      args.onSlice?.(true)
      continue
    }
    const fresh = read.filter((row) => row.seq > seq)
    const gapless = fresh.findIndex((row, index) => row.seq !== seq + index + 1)
    const rows = (gapless < 0 ? fresh : fresh.slice(0, gapless)).slice(0, SLICE)
    if (!rows.length) return followed
    const sql = file.sql()
    const contents = await source.contents(contentsNeeded(sql, rows, rules))
    if (args.stopped?.()) return followed
    followed.missing.push(...writeRows({ sql, rows, contents, rules }))
    followed.rows += rows.length
    args.onSlice?.(false)
    await turn()
  }
}
