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

/** With a larger backlog, a new catalogue is built beside the current one, so that no reader waits. */
const FAR_BEHIND = 2_000

export interface OpenCatalogue {
  read: Catalogue
  /** Catches up with the log. Calls during a run share one further run, so that no row is missed. */
  tail(): Promise<void>
  /** Rebuilds the catalogue beside the current one, then swaps them. */
  rebuild(): Promise<void>
  /** Whether it can serve reads: a new catalogue is empty until it has caught up once. */
  isReady(): boolean
  /** Last `seq` in the catalogue. */
  position(): number
  /** Number of log rows not yet in the catalogue. */
  behind(): Promise<number>
  /** Faults found in the log. */
  faults(): Fault[]
  /** Absolute path of the file being read. */
  file(): string
  /** Rebuilds a catalogue whose file is damaged, unless that is under way or has just failed. */
  heal(error: unknown): void
  close(): Promise<void>
}

/** Delay before a failed build is retried. Otherwise a full disk would cause constant rebuilds. */
const REST_MS = 30_000
/** After this many consecutive builds that still do not match the log, builds pause as well. */
const MOST_IN_A_ROW = 3

/** Result of one catch-up. */
export type Caught = Followed & { rebuilt: boolean }

/** JSON drops the functions in the rules; they do not determine the content of the file. */
const fingerprintOf = (rules: Readonly<Record<string, ProjectionRules>>): string =>
  createHash('sha256')
    .update(JSON.stringify([CATALOGUE_VERSION, rules]))
    .digest('hex')

/**
 * Opens this process's read model in a folder. What it held at the last shutdown is served at once.
 *
 * @param args.onChange called when readers may see new data, with the tags of what may read otherwise
 * @param args.onFollowed called with the result of each catch-up
 * @param args.onDamage called when the file is found damaged and is about to be built anew
 * @param args.build builds a whole catalogue
 * @default in this thread, in batches
 * @throws Error that names the folder when it is not writable
 */
export const openCatalogue = (args: {
  dir: string
  rules: Readonly<Record<string, ProjectionRules>>
  source: LogSource
  onChange(touched: ReadonlySet<string> | 'everything'): void
  onFollowed?(caught: Caught): void
  onDamage?(error: unknown): void
  build?: Builder
  /** @default no reference data with successors, no synonyms */
  reading?: Omit<ReadingOptions, 'rules'>
}): OpenCatalogue => {
  const { rules, source } = args
  const fingerprint = fingerprintOf(rules)
  const file = openFile({ dir: args.dir, fingerprint, onDamage: (error) => heal(error) })
  const reading = args.reading ?? { dated: {}, search: {}, site: 'http://127.0.0.1' }
  const read = readCatalogue(file.sql, { rules, ...reading })
  const buildHere: Builder = (order) => buildCatalogue({ ...order, log: preparedLog({ source, rules }) })
  const build = args.build ?? buildHere
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
      onSlice: (touched) => {
        read.forget('counts')
        args.onChange(touched)
      },
    })

  /** Readers keep the old file until the new one has reached the end of the log. */
  const buildBeside = async (by = build): Promise<Caught | undefined> => {
    const next = file.next()
    const built = await by({ file: next, fingerprint, rules, stopped }).catch((error: unknown) => {
      rest()
      // A crashed worker thread leaves its file behind.
      removeFile(next)
      throw error
    })
    if (!built || closed) return undefined
    const sql = openSql(next)
    const caught = await follow({ sql: () => sql, source, rules, stopped }).finally(() => sql.close())
    if (closed) return undefined
    file.adopt()
    read.forget('everything')
    args.onChange('everything')
    return { rows: built.head.seq + caught.rows, faults: [...built.faults, ...caught.faults], rebuilt: true }
  }

  const catchUp = async (): Promise<Caught | undefined> => {
    const head = positionOf(file.sql())
    const end = await source.last()
    if (head.seq === 0 && end === 0) return { rows: 0, faults: [], rebuilt: false }
    const isNear = end - head.seq <= FAR_BEHIND
    const fits = head.seq > 0 && isNear && (await continues(source, head))
    if (closed) return undefined
    if (fits) {
      inARow = 0
      return { ...(await followOpen()), rebuilt: false }
    }
    if (resting) return undefined
    inARow += 1
    if (inARow >= MOST_IN_A_ROW) rest()
    // A thread takes longer to start than a short log to be read.
    return await buildBeside(isNear && head.seq === 0 ? buildHere : build)
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
  /** Queues work after the current run; callers that wait share one run. */
  const afterwards = (work: () => Promise<Caught | undefined>): Promise<void> => {
    next ??= running!
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return closed ? undefined : start(work)
      })
    return next
  }
  let isHealing = false
  const heal = (error: unknown) => {
    if (isHealing || resting || closed) return
    isHealing = true
    args.onDamage?.(error)
    rebuild()
      // A log that cannot be read either is told of by whoever follows it; damage is met again.
      .catch(rest)
      .finally(() => {
        isHealing = false
      })
  }
  const rebuild = async () => {
    await running?.catch(() => undefined)
    await next?.catch(() => undefined)
    if (!closed) await start(() => buildBeside())
  }
  return {
    read,
    file: file.file,
    heal,
    tail: () => {
      if (closed) return Promise.resolve()
      return running ? afterwards(catchUp) : start(catchUp)
    },
    rebuild,
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
