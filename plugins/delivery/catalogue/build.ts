import { closeSync, fsyncSync, openSync } from 'node:fs'
import type { Fault, LogHead } from '../../publications/index.ts'
import { finishFile, removeFile, startFile } from './openFile.ts'
import type { PreparedStretch, Rules } from './prepare.ts'
import { positionOf, writeStretch } from './write.ts'

export interface BuildOrder {
  /** Absolute path of the file to be made. */
  file: string
  fingerprint: string
  rules: Rules
}

/** How far a build came, and what it found broken. */
export interface Built {
  head: LogHead
  faults: Fault[]
}

/** Makes sure that the bytes are on the disk before anybody relies on them. */
const settle = (file: string) => {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/**
 * Builds a catalogue from the first row of the log to the last in a file that nobody reads yet. Killed at any moment,
 * it leaves a file that does not count as whole.
 *
 * @param order.log the log from its start, by the same rules
 * @param order.stopped asked between stretches; the file goes when it says yes
 * @returns `undefined` when it was stopped
 * @throws whatever the log throws; the file goes
 */
export const buildCatalogue = async (
  order: BuildOrder & { log: AsyncIterable<PreparedStretch>; stopped?: () => boolean },
): Promise<Built | undefined> => {
  const { file, fingerprint, rules, log } = order
  const sql = startFile(file)
  const faults: Fault[] = []
  let whole = false
  try {
    // One transaction: the index of words writes out a piece of itself at the end of each.
    sql.script('BEGIN')
    for await (const prepared of log) {
      faults.push(...writeStretch({ sql, prepared, rules }))
      if (order.stopped?.()) return undefined
    }
    sql.script('COMMIT')
    finishFile(sql, fingerprint)
    whole = true
    return { head: positionOf(sql), faults }
  } finally {
    sql.close()
    if (whole) settle(file)
    else removeFile(file)
  }
}

/** Builds a catalogue somewhere: here, or in a thread of its own. */
export type Builder = (order: BuildOrder & { stopped: () => boolean }) => Promise<Built | undefined>
