import { setImmediate } from 'node:timers/promises'
import type { Fault, LogHead, LogSource } from '../../publications/index.ts'
import { preparedLog, type Rules } from './prepare.ts'
import type { Sql } from './sql.ts'
import { positionOf, writeStretch } from './write.ts'

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
  rules: Rules
  onSlice?: () => void
  stopped?: () => boolean
}): Promise<Followed> => {
  const { sql, source, rules, stopped } = args
  const followed: Followed = { rows: 0, faults: [] }
  for await (const prepared of preparedLog({ source, rules, after: positionOf(sql()), slice: SLICE })) {
    if (stopped?.()) break
    const open = sql()
    followed.rows += prepared.stretch.head.seq - positionOf(open).seq
    followed.faults.push(...open.atomically(() => writeStretch({ sql: open, prepared, rules })))
    args.onSlice?.()
    await setImmediate()
  }
  return followed
}
