import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import type { Clock } from '../../../src/time/clock.ts'
import { canonicalJson, sha256 } from '../../publications/index.ts'
import { allRows } from '../store/rows.ts'

/** The last row of every log at one moment. Kept outside the database, it shows later whether a tail was cut off. */
export interface Anchor {
  /** ISO 8601, UTC. */
  at: string
  /** Number of logs: one for each document, and the publications log. */
  count: number
  /** SHA-256 of the canonical JSON of `heads`. */
  root: string
  /** Last number and hash by log name. */
  heads: Record<string, { seq: number; hash: string }>
}

/** Name of the publications log among the heads. */
export const PUBLICATIONS = 'publications'

/** Reads the heads of all logs as they stand. Keeps nothing in memory but the heads. */
export const takeAnchor = async (args: { payload: Payload; clock: Clock }): Promise<Anchor> => {
  const heads: Anchor['heads'] = {}
  const rows = allRows<{ document: string; seq: number; hash: string }>({
    payload: args.payload,
    collection: 'workflow-events',
    sort: ['document', 'seq'],
    columns: ['hash'],
  })
  for await (const { document, seq, hash } of rows) heads[document] = { seq, hash }
  for await (const { seq, hash } of allRows<{ seq: number; hash: string }>({
    payload: args.payload,
    collection: PUBLICATIONS,
    sort: ['seq'],
    columns: ['hash'],
  }))
    heads[PUBLICATIONS] = { seq, hash }
  return {
    at: args.clock.now().toISOString(),
    count: Object.keys(heads).length,
    root: sha256(canonicalJson(heads)),
    heads,
  }
}

/** Keeps an anchor in its folder, one file a moment, and says where. */
export const keepAnchor = async (dir: string, anchor: Anchor): Promise<string> => {
  await mkdir(dir, { recursive: true })
  const file = path.join(dir, `${anchor.at.replace(/[:.]/g, '-')}.json`)
  await writeFile(`${file}.part`, JSON.stringify(anchor), { mode: 0o600 })
  await rename(`${file}.part`, file)
  return file
}

/** The anchors kept in a folder, oldest first; none when there is no folder. */
export const readAnchors = async (dir: string): Promise<{ file: string; anchor: Anchor }[]> => {
  const names = await readdir(dir).catch(() => [])
  return Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map(async (name) => ({
        file: name,
        anchor: JSON.parse(await readFile(path.join(dir, name), 'utf8')) as Anchor,
      })),
  )
}
