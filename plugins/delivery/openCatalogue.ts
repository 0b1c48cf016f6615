import { createHash } from 'node:crypto'
import type { Fault, LogSource } from '../publications/index.ts'
import { type Builder, buildCatalogue } from './catalogue/build.ts'
import { faultsIn } from './catalogue/faults.ts'
import { continues, type Followed, follow } from './catalogue/follow.ts'
import { openFile, removeFile } from './catalogue/openFile.ts'
import { preparedLog } from './catalogue/prepare.ts'
import type { ProjectionRules } from './catalogue/project.ts'
import { openSql } from './catalogue/sql.ts'
import { CATALOGUE_VERSION } from './catalogue/tables.ts'
import { positionOf } from './catalogue/write.ts'
import { type Catalogue, type ReadingOptions, readCatalogue } from './readCatalogue.ts'

/** Further behind than this a catalogue is built anew beside the one that is read: that keeps no reader waiting. */
const FAR_BEHIND = 2_000

export interface OpenCatalogue {
  read: Catalogue
  /** Catches up with the log. Calls while it runs share one more run after it, so that nothing is missed. */
  tail(): Promise<void>
  /** Builds it anew beside the one that is read, and swaps them. */
  rebuild(): Promise<void>
  /** Whether there is something to be read: a new one is empty until it has caught up for the first time. */
  isReady(): boolean
  /** The last `seq` the catalogue holds. */
  position(): number
  /** How many rows it is behind the log. */
  behind(): Promise<number>
  /** What was found broken in the log it was made from. */
  faults(): Fault[]
  /** Absolute path of the file that is read. */
  file(): string
  close(): Promise<void>
}

/** A build that failed is not tried again at once: a full disk would be kept busy and nothing else. */
const REST_MS = 30_000
/** Builds after which the log still does not fit what was made of it; then builds rest as well. */
const MOST_IN_A_ROW = 3

/** What one catching up did. */
export type Caught = Followed & { rebuilt: boolean }

/** Functions are no part of what stands in the file; the rest of the rules is. */
const fingerprintOf = (rules: Readonly<Record<string, ProjectionRules>>): string =>
  createHash('sha256')
    .update(JSON.stringify([CATALOGUE_VERSION, rules]))
    .digest('hex')

/**
 * Opens the read model of this process under a folder. What it held when the process last ended is read at once.
 *
 * @param args.onChange called when readers may see something else than before
 * @param args.onFollowed told what each catching up did
 * @param args.build where a whole catalogue is built
 * @default in this thread, in slices
 * @throws Error whose message names the folder when it cannot be written
 */
export const openCatalogue = (args: {
  dir: string
  rules: Readonly<Record<string, ProjectionRules>>
  source: LogSource
  onChange(): void
  onFollowed?(caught: Caught): void
  build?: Builder
  /** @default no reference data with successors, no synonyms */
  reading?: Omit<ReadingOptions, 'rules'>
}): OpenCatalogue => {
  const { rules, source } = args
  const fingerprint = fingerprintOf(rules)
  const file = openFile({ dir: args.dir, fingerprint })
  const { dated, words } = args.reading ?? { dated: {}, words: { synonyms: [], stopWords: [] } }
  const read = readCatalogue(file.sql, { rules, dated, words })
  const build: Builder = args.build ?? ((order) => buildCatalogue({ ...order, log: preparedLog({ source, rules }) }))
  const position = () => positionOf(file.sql()).seq
  let ready = position() > 0
  let resting = false
  let inARow = 0
  const rest = () => {
    resting = true
    setTimeout(() => {
      resting = false
    }, REST_MS).unref()
  }
  let closed = false
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const stopped = () => closed

  const followOpen = () =>
    follow({
      sql: file.sql,
      source,
      rules,
      stopped,
      onSlice: () => {
        read.forget('counts')
        args.onChange()
      },
    })

  /** Readers go on with the old file until the new one holds all that the log does. */
  const buildBeside = async (): Promise<Caught | undefined> => {
    const next = file.next()
    const built = await build({ file: next, fingerprint, rules, stopped }).catch((error: unknown) => {
      rest()
      // A thread that crashed did not clear up after itself.
      removeFile(next)
      throw error
    })
    if (!built || closed) return undefined
    const sql = openSql(next)
    const caught = await follow({ sql: () => sql, source, rules, stopped }).finally(() => sql.close())
    if (closed) return undefined
    file.adopt()
    read.forget('everything')
    args.onChange()
    return { rows: built.head.seq + caught.rows, faults: [...built.faults, ...caught.faults], rebuilt: true }
  }

  const catchUp = async (): Promise<Caught | undefined> => {
    const head = positionOf(file.sql())
    const end = await source.last()
    if (head.seq === 0 && end === 0) return { rows: 0, faults: [], rebuilt: false }
    const fits = head.seq > 0 && end - head.seq <= FAR_BEHIND && (await continues(source, head))
    if (closed) return undefined
    if (fits) {
      inARow = 0
      return { ...(await followOpen()), rebuilt: false }
    }
    if (resting) return undefined
    inARow += 1
    if (inARow >= MOST_IN_A_ROW) rest()
    return await buildBeside()
  }
  const run = async (work: () => Promise<Caught | undefined>) => {
    const caught = await work()
    if (!caught) return
    ready = true
    args.onFollowed?.(caught)
  }
  const start = (work: () => Promise<Caught | undefined>): Promise<void> => {
    running = run(work).finally(() => {
      running = undefined
    })
    return running
  }
  /** After the run under way; several that wait for it share one. */
  const afterwards = (work: () => Promise<Caught | undefined>): Promise<void> => {
    next ??= running!
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return closed ? undefined : start(work)
      })
    return next
  }
  return {
    read,
    file: file.file,
    tail: () => {
      if (closed) return Promise.resolve()
      return running ? afterwards(catchUp) : start(catchUp)
    },
    rebuild: async () => {
      await running?.catch(() => undefined)
      await next?.catch(() => undefined)
      if (!closed) await start(buildBeside)
    },
    isReady: () => ready,
    position,
    behind: async () => (await source.last()) - position(),
    faults: () => faultsIn(file.sql()),
    close: async () => {
      closed = true
      await running?.catch(() => undefined)
      file.close()
    },
  }
}
