import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { linesOf } from '../transfer/index.ts'
import { STORE } from './folder.ts'

/** List of a backup's media files. */
export const MEDIA_LIST = 'media-files.jsonl.gz'

/** A media file as a backup names it. */
const mediaFile = z.strictObject({
  /** Below MEDIA_DIR, with `/` between folders; never out of it. */
  path: z.string().refine((name) => isBelow(name)),
  size: z.number().int().min(0),
  /** Of the file when it was copied: with its size, what tells that it has not changed since. */
  mtimeMs: z.number(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type MediaFile = z.infer<typeof mediaFile>

const isBelow = (name: string): boolean =>
  name !== '' &&
  !name.includes('\0') &&
  !path.posix.isAbsolute(name) &&
  path.posix.normalize(name) === name &&
  !/^\.\.(\/|$)/.test(name)

/** Where the store keeps a file. */
export const storedAt = (root: string, sha256: string): string => path.join(root, STORE, sha256.slice(0, 2), sha256)

const sizeOf = async (file: string): Promise<number | undefined> => (await stat(file).catch(() => undefined))?.size

/** SHA-256 of a file, in lower-case hexadecimal. */
export const checksumOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/**
 * The media list of a backup.
 *
 * @throws Error when a line is none of a media list
 */
export async function* mediaListOf(backup: string): AsyncGenerator<MediaFile> {
  for await (const line of linesOf<unknown>(path.join(backup, MEDIA_LIST))) yield mediaFile.parse(line)
}

/** Files of a folder and the folders in it, by path below it. Folders that begin with a dot hold unfinished uploads. */
export async function* filesBelow(folder: string, below = ''): AsyncGenerator<string> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true }).catch(() => [])
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = path.posix.join(below, entry.name)
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.')) yield* filesBelow(folder, name)
    } else if (entry.isFile() && !(below === '' && entry.name.startsWith('.'))) yield name
  }
}

/** Copies a file and says what was copied; flushed to the disk. */
export const copyHashed = async (from: string, to: string): Promise<{ sha256: string; size: number }> => {
  const hash = createHash('sha256')
  let size = 0
  async function* hashed(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      size += chunk.length
      yield chunk
    }
  }
  await pipeline(createReadStream(from), hashed, createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true }))
  return { sha256: hash.digest('hex'), size }
}

/** Copies of this run, and what was there already. */
export interface Kept {
  files: number
  bytes: number
  copied: number
  copiedBytes: number
}

/**
 * Puts every file of the media folder into the store, each content once. A file of the same size and time as in the
 * backup before is not even read.
 *
 * @param args.before media list of the backup before
 * @returns the files as they are listed; one that disappears meanwhile is left out
 */
export async function* keepMedia(args: {
  mediaDir: string
  root: string
  before: AsyncIterable<MediaFile>
  kept: Kept
}): AsyncGenerator<MediaFile[]> {
  const { mediaDir, root, before, kept } = args
  const known = new Map<string, MediaFile>()
  for await (const file of before) known.set(file.path, file)
  const incoming = path.join(root, STORE, '.incoming')
  await rm(incoming, { recursive: true, force: true })
  await mkdir(incoming, { recursive: true, mode: 0o700 })

  const keep = async (name: string): Promise<MediaFile> => {
    const from = path.join(mediaDir, name)
    const { size, mtimeMs } = await stat(from)
    const last = known.get(name)
    if (last?.size === size && last.mtimeMs === mtimeMs && (await sizeOf(storedAt(root, last.sha256))) === size)
      return last
    const part = path.join(incoming, randomUUID())
    const copy = await copyHashed(from, part)
    const to = storedAt(root, copy.sha256)
    if ((await sizeOf(to)) === copy.size) await rm(part)
    else {
      await mkdir(path.dirname(to), { recursive: true, mode: 0o700 })
      await rename(part, to)
      kept.copied += 1
      kept.copiedBytes += copy.size
    }
    return { path: name, size: copy.size, mtimeMs, sha256: copy.sha256 }
  }

  for await (const name of filesBelow(mediaDir)) {
    const file = await keep(name).catch((error: NodeJS.ErrnoException) => {
      // Erased since the folder was read; the erasure is meant.
      if (error.code === 'ENOENT' && error.path?.startsWith(mediaDir)) return undefined
      throw error
    })
    if (!file) continue
    kept.files += 1
    kept.bytes += file.size
    yield [file]
  }
  await rm(incoming, { recursive: true, force: true })
}

/**
 * Removes from the store what none of these backups names. Nothing is removed when a list cannot be read.
 *
 * @returns how many files were removed
 */
export const sweepStore = async (root: string, backups: readonly string[]): Promise<number> => {
  const named = new Set<string>()
  for (const backup of backups) for await (const { sha256 } of mediaListOf(backup)) named.add(sha256)
  let removed = 0
  for await (const name of filesBelow(path.join(root, STORE))) {
    if (named.has(path.posix.basename(name))) continue
    await rm(path.join(root, STORE, name), { force: true })
    removed += 1
  }
  return removed
}
