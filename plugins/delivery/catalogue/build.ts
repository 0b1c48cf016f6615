import { closeSync, fsyncSync, openSync } from 'node:fs'
import type { Fault, LogHead } from '../../publications/index.ts'
import { pendingFacets } from './facetRows.ts'
import { finishFile, removeFile, startFile } from './openFile.ts'
import type { PreparedStretch, Rules } from './prepare.ts'
import { positionOf, writeStretch } from './write.ts'

export interface BuildOrder {
  /** Absolute path of the file to build. */
  file: string
  fingerprint: string
  rules: Rules
}

/** How far the build got, and the faults it found. */
export interface Built {
  head: LogHead
  faults: Fault[]
}

/** Flushes the file to disk (fsync) before it is used. */
const settle = (file: string) => {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/**
 * Builds a catalogue from the whole log, in a file that no reader has open. If the process is killed, the file stays
 * marked as incomplete.
 *
 * @param order.log the log from its start, prepared by the same rules
 * @param order.stopped polled between batches; `true` aborts the build and removes the file
 * @returns `undefined` when it was aborted
 * @throws any error of the log, after removing the file
 */
export const buildCatalogue = async (
  order: BuildOrder & { log: AsyncIterable<PreparedStretch>; stopped?: () => boolean },
): Promise<Built | undefined> => {
  const { file, fingerprint, rules, log } = order
  const sql = startFile(file)
  const faults: Fault[] = []
  const facets = pendingFacets()
  let whole = false
  try {
    // Use a single transaction: FTS5 flushes an index segment at the end of each.
    sql.script('BEGIN')
    for await (const prepared of log) {
      faults.push(...writeStretch({ sql, prepared, rules, keepFacets: facets.add }))
      if (order.stopped?.()) return undefined
    }
    facets.insert(sql)
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

/** Builds a catalogue, in this thread or in a worker thread. */
export type Builder = (order: BuildOrder & { stopped: () => boolean }) => Promise<Built | undefined>
