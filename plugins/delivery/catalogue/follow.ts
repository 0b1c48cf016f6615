import { setImmediate } from 'node:timers/promises'
import type { Fault, LogHead, LogSource } from '../../publications/index.ts'
import { preparedLog, type Rules } from './prepare.ts'
import type { Sql } from './sql.ts'
import { forgetSpelled, positionOf, writeStretch } from './write.ts'

/** Rows per batch: small enough that requests are answered between batches. */
const SLICE = 10

export interface Followed {
  /** Number of rows read. */
  rows: number
  /** Integrity faults found. */
  faults: Fault[]
}

/** Whether the catalogue's last row is still in the log. If not, it was built from another log. */
export const continues = async (source: Pick<LogSource, 'rows'>, { seq, hash }: LogHead): Promise<boolean> =>
  seq === 0 || (await source.rows(seq - 1, 1))[0]?.hash === hash

/**
 * Brings a catalogue up to the end of the log, in batches that yield to the event loop.
 *
 * @param args.onSlice called after each batch, when readers see new data, with the tags of what it touched
 * @param args.stopped polled between batches; the file must not be touched once it returns `true`
 * @throws any error of the source; batches written before are kept
 */
export const follow = async (args: {
  sql: () => Sql
  source: LogSource
  rules: Rules
  onSlice?: (touched: ReadonlySet<string>) => void
  stopped?: () => boolean
}): Promise<Followed> => {
  const { sql, source, rules, stopped } = args
  const followed: Followed = { rows: 0, faults: [] }
  for await (const prepared of preparedLog({ source, rules, after: positionOf(sql()), slice: SLICE })) {
    if (stopped?.()) break
    const open = sql()
    followed.rows += prepared.stretch.head.seq - positionOf(open).seq
    const touched = args.onSlice && new Set<string>()
    try {
      followed.faults.push(...open.atomically(() => writeStretch({ sql: open, prepared, rules, touched })))
    } catch (error) {
      forgetSpelled(open)
      throw error
    }
    if (touched) args.onSlice?.(touched)
    await setImmediate()
  }
  return followed
}
