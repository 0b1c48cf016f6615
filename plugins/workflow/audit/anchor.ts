import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { Clock } from '../../../lib/time/clock.ts'
import { canonicalJson, isNumbered, lastNumbered, NUMBERED } from '../../publications/index.ts'
import { workflowOptions } from '../options.ts'
import { allRows } from '../store/rows.ts'

/**
 * The last row of every log at one moment. Stored outside the database, it later reveals whether a tail was cut off.
 */
export interface Anchor {
  /** ISO 8601, UTC. */
  at: string
  /** Number of logs: one for each document, account and delegation, the publications log, and those of other plugins. */
  count: number
  /** SHA-256 of the canonical JSON of `heads`. */
  root: string
  /** Last number and hash, by name of the log. */
  heads: Record<string, { seq: number; hash: string }>
}

/** Name of the publications log in `heads`. */
export const PUBLICATIONS = 'publications'

/** Logs with one stream a document, an account or a delegation. */
const ANCHORED = ['workflow-events', 'workflow-powers'] as const

const POWERS = 'workflow-powers/'
const OTHER = 'log/'

/** Name in `heads` of a stream in the log of powers; that of a document is the document's. */
export const powersName = (document: string): string => `${POWERS}${document}`

/** Name in `heads` of a log of another plugin. */
export const otherName = (collection: string): string => `${OTHER}${collection}`

/** The collection of the log to which a name in `heads` belongs. */
export const logOf = (name: string): string => {
  if (name === PUBLICATIONS) return PUBLICATIONS
  if (name.startsWith(OTHER)) return name.slice(OTHER.length)
  return name.startsWith(POWERS) ? 'workflow-powers' : 'workflow-events'
}

/** Number of heads hashed before yielding to other work. */
const HEADS_AT_ONCE = 500

/**
 * SHA-256 of the canonical JSON of the heads, computed in pieces: in one go it would block the event loop for seconds.
 */
export const rootOf = async (heads: Anchor['heads']): Promise<string> => {
  const hash = createHash('sha256')
  const logs = Object.keys(heads).sort()
  for (let from = 0; from < logs.length; from += HEADS_AT_ONCE) {
    const piece = canonicalJson(
      Object.fromEntries(logs.slice(from, from + HEADS_AT_ONCE).map((log) => [log, heads[log]])),
    )
    hash.update(`${from ? ',' : '{'}${piece.slice(1, -1)}`, 'utf8')
    await setImmediate()
  }
  return hash.update(logs.length ? '}' : '{}').digest('hex')
}

/** The last row of a log that is one stream. */
const lastRow = (payload: Payload, collection: string) =>
  lastNumbered(async (where) => {
    const found = await payload.db.find<{ id: string; seq: number; hash: string }>({
      collection,
      where,
      sort: '-seq',
      limit: 1,
      pagination: false,
    })
    return found.docs[0]
  })

/**
 * Reads the current heads of all logs. Only the heads are kept in memory.
 *
 * @param args.gently rests in between, for a process that answers requests
 * @param args.stopping stops the reading
 * @throws the signal's reason once it is aborted
 */
export const takeAnchor = async (args: {
  payload: Payload
  clock: Clock
  gently?: boolean
  stopping?: AbortSignal
}): Promise<Anchor> => {
  const { payload, clock, gently, stopping } = args
  const heads: Anchor['heads'] = {}
  const numbered = { payload, where: NUMBERED, gently, stopping }
  for (const collection of ANCHORED) {
    const streams = { ...numbered, collection, sort: ['document', 'seq'] }
    for await (const { document, seq, hash } of allRows<{ document: string; seq: number; hash: string }>({
      ...streams,
      columns: ['hash'],
    }))
      if (isNumbered({ seq })) heads[collection === 'workflow-powers' ? powersName(document) : document] = { seq, hash }
  }
  const single = [
    { collection: PUBLICATIONS, name: PUBLICATIONS },
    ...(workflowOptions(payload.config).otherLogs ?? []).map(({ collection }) => ({
      collection,
      name: otherName(collection),
    })),
  ]
  for (const { collection, name } of single) {
    const last = await lastRow(payload, collection)
    if (last) heads[name] = { seq: last.seq, hash: last.hash }
  }
  return { at: clock.now().toISOString(), count: Object.keys(heads).length, root: await rootOf(heads), heads }
}

/** The instant of the newest anchor in a folder, from its file name; `undefined` when there is none. */
export const lastAnchorAt = async (dir: string): Promise<Date | undefined> => {
  const names = await readdir(dir).catch(() => [])
  const instants = names.flatMap((name) => {
    const parts = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})-(\d{3}Z)\.json$/.exec(name)
    return parts ? [`${parts[1]}:${parts[2]}:${parts[3]}.${parts[4]}`] : []
  })
  const last = instants.sort().at(-1)
  return last === undefined ? undefined : new Date(last)
}

/** Writes an anchor to a file of its own and returns the path. */
export const keepAnchor = async (dir: string, anchor: Anchor): Promise<string> => {
  await mkdir(dir, { recursive: true })
  const file = path.join(dir, `${anchor.at.replace(/[:.]/g, '-')}.json`)
  await writeFile(`${file}.part`, JSON.stringify(anchor), { mode: 0o600 })
  await rename(`${file}.part`, file)
  return file
}

const isHead = (value: unknown): boolean => value !== null && typeof value === 'object' && 'seq' in value

/** Parses an anchor; `undefined` when the file contains anything else. */
const anchorIn = (text: string): Anchor | undefined => {
  try {
    const anchor = JSON.parse(text) as Anchor
    return Object.values(anchor.heads).every(isHead) ? anchor : undefined
  } catch {
    return undefined
  }
}

/**
 * The anchors in a folder, oldest first; none when the folder does not exist. An unreadable anchor is `undefined`. One is
 * read at a time: that of a large portal takes megabytes, and there is one for every night.
 */
export async function* readAnchors(dir: string): AsyncGenerator<{ file: string; anchor: Anchor | undefined }> {
  const names = await readdir(dir).catch(() => [])
  for (const file of names.filter((name) => name.endsWith('.json')).sort())
    yield { file, anchor: anchorIn(await readFile(path.join(dir, file), 'utf8').catch(() => '')) }
}
