import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Longer than a request or a copy can take; an older folder was left by a process that died. */
const ABANDONED_MS = 60 * 60 * 1000

/** Removes folders left by processes that died. Uses the file system's clock, taken from a new folder. */
const sweep = async (parent: string, folder: string): Promise<void> => {
  const { mtimeMs } = await stat(folder)
  for (const name of await readdir(parent)) {
    const left = path.join(parent, name)
    const found = await stat(left).catch(() => undefined)
    if (found && found.mtimeMs < mtimeMs - ABANDONED_MS) await rm(left, { recursive: true, force: true })
  }
}

/**
 * Runs work in a temporary folder and removes the folder however the work ends. Also removes folders that dead
 * processes left more than an hour ago.
 *
 * @param parent contains only such folders; on the same file system as the destination, so that results can be moved by
 * rename
 */
export const inPassingFolder = async <T>(parent: string, work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = path.join(parent, randomUUID())
  await mkdir(parent, { recursive: true })
  await mkdir(folder, { mode: 0o700 })
  try {
    await sweep(parent, folder)
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
