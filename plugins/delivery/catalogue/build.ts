import { closeSync, fsyncSync, openSync } from 'node:fs'
import {
  type Fault,
  LOG_START,
  type LogHead,
  type LogSource,
  soundContents,
  trustedLog,
} from '../../publications/index.ts'
import { finishFile, removeFile, startFile } from './openFile.ts'
import type { ProjectionRules } from './project.ts'
import { contentsNeeded, positionOf, writeStretch } from './write.ts'

export interface BuildOrder {
  /** Absolute path of the file to be made. */
  file: string
  fingerprint: string
  rules: Readonly<Record<string, ProjectionRules>>
}

/** Rows of one transaction where requests are answered beside it. */
const SLICE = 50

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
 * @param args.slice rows of one transaction; the more, the less often the index of words is written out
 * @default what lets requests through in the same thread
 * @param args.stopped asked between slices; the file goes when it says yes
 * @returns how far it came, or `undefined` when it was stopped
 * @throws whatever the source throws; the file goes
 */
export const buildCatalogue = async (
  order: BuildOrder & { source: LogSource; slice?: number; stopped?: () => boolean },
): Promise<{ head: LogHead; faults: Fault[] } | undefined> => {
  const { file, fingerprint, rules, source, slice = SLICE } = order
  const sql = startFile(file)
  const faults: Fault[] = []
  let whole = false
  try {
    for await (const stretch of trustedLog({ source, after: LOG_START, slice })) {
      const sound = await soundContents(source, contentsNeeded(sql, stretch, rules))
      faults.push(...writeStretch({ sql, stretch, sound, rules }))
      if (order.stopped?.()) return undefined
    }
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
export type Builder = (
  order: BuildOrder & { stopped: () => boolean },
) => Promise<{ head: LogHead; faults: Fault[] } | undefined>
