import { setImmediate as turn } from 'node:timers/promises'
import { type Fault, type LogHead, type LogSource, soundContents, trustedLog } from '../../publications/index.ts'
import type { ProjectionRules } from './project.ts'
import type { Sql } from './sql.ts'
import { contentsNeeded, positionOf, writeStretch } from './write.ts'

/** Rows a slice takes: small enough that requests are answered between two slices. */
const SLICE = 10

export interface Followed {
  /** Rows read. */
  rows: number
  /** What is not as it was written. */
  faults: Fault[]
}

/** Whether the row at which the catalogue stopped still stands in the log: else it was made from another one. */
export const continues = async (source: Pick<LogSource, 'rows'>, { seq, hash }: LogHead): Promise<boolean> =>
  seq === 0 || (await source.rows(seq - 1, 1))[0]?.hash === hash

/**
 * Brings a catalogue up to the end of its log, in slices that let other work through.
 *
 * @param args.onSlice called after each slice, when readers see more than before
 * @param args.stopped asked between slices; the file may not be touched after it says yes
 * @throws whatever the source throws; what was written before stays
 */
export const follow = async (args: {
  sql: () => Sql
  source: LogSource
  rules: Readonly<Record<string, ProjectionRules>>
  onSlice?: () => void
  stopped?: () => boolean
}): Promise<Followed> => {
  const { sql, source, rules, stopped } = args
  const followed: Followed = { rows: 0, faults: [] }
  for await (const stretch of trustedLog({ source, after: positionOf(sql()), slice: SLICE })) {
    if (stopped?.()) break
    const sound = await soundContents(source, contentsNeeded(sql(), stretch, rules))
    if (stopped?.()) break
    followed.rows += stretch.head.seq - positionOf(sql()).seq
    followed.faults.push(...writeStretch({ sql: sql(), stretch, sound, rules }))
    args.onSlice?.()
    await turn()
  }
  return followed
}
