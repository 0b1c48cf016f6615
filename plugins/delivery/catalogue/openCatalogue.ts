import { createHash } from 'node:crypto'
import { type Followed, follow, type Source } from './follow.ts'
import { openFile } from './openFile.ts'
import type { ProjectionRules } from './project.ts'
import { type Catalogue, type ReadingOptions, readCatalogue } from './read.ts'
import { CATALOGUE_VERSION } from './tables.ts'
import { positionOf } from './write.ts'

export interface OpenCatalogue {
  read: Catalogue
  /** Catches up with the log. Calls while it runs share one more run after it, so that nothing is missed. */
  tail(): Promise<void>
  /** The last `seq` the catalogue holds. */
  position(): number
  /** Absolute path of the file. */
  file: string
  close(): Promise<void>
}

/** Functions are no part of what stands in the file; the rest of the rules is. */
const fingerprintOf = (rules: Readonly<Record<string, ProjectionRules>>): string =>
  createHash('sha256')
    .update(JSON.stringify([CATALOGUE_VERSION, rules]))
    .digest('hex')

/**
 * Opens the read model of this process under a folder.
 *
 * @param args.onChange called when readers may see something else than before
 * @param args.onFollowed told what each catching up did
 * @throws Error whose message names the folder when it cannot be written
 */
export const openCatalogue = (args: {
  dir: string
  rules: Readonly<Record<string, ProjectionRules>>
  source: Source
  onChange(): void
  onFollowed?(followed: Followed): void
  /** @default no reference data with successors, no synonyms */
  reading?: Omit<ReadingOptions, 'rules'>
}): OpenCatalogue => {
  const { rules, source } = args
  const file = openFile({ dir: args.dir, fingerprint: fingerprintOf(rules) })
  const { dated, words } = args.reading ?? { dated: {}, words: { synonyms: [], stopWords: [] } }
  const read = readCatalogue(file.sql, { rules, dated, words })
  let closed = false
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined

  const run = async () => {
    const followed = await follow({
      file,
      source,
      rules,
      stopped: () => closed,
      onSlice: (rebuilt) => {
        read.forget(rebuilt ? 'everything' : 'counts')
        args.onChange()
      },
    })
    args.onFollowed?.(followed)
  }
  const start = (): Promise<void> => {
    running = run().finally(() => {
      running = undefined
    })
    return running
  }
  return {
    read,
    file: file.file,
    tail: () => {
      if (closed) return Promise.resolve()
      if (!running) return start()
      next ??= running
        .catch(() => undefined)
        .then(() => {
          next = undefined
          return closed ? undefined : start()
        })
      return next
    },
    position: () => positionOf(file.sql()).seq,
    close: async () => {
      closed = true
      await running?.catch(() => undefined)
      file.close()
    },
  }
}
