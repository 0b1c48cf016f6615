import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Longer than a request or a copy may take: whatever is older belongs to a process that died. */
const ABANDONED_MS = 60 * 60 * 1000

/** Removes what was left behind by processes that died. The time is the file system's own: that of a new folder. */
const sweep = async (parent: string, folder: string): Promise<void> => {
  const { mtimeMs } = await stat(folder)
  for (const name of await readdir(parent)) {
    const left = path.join(parent, name)
    const found = await stat(left).catch(() => undefined)
    if (found && found.mtimeMs < mtimeMs - ABANDONED_MS) await rm(left, { recursive: true, force: true })
  }
}

/**
 * Gives work a folder of its own and takes it away again however it ends; with it goes what processes left behind that
 * died more than an hour ago.
 *
 * @param parent holds nothing but such folders; on the file system where what is made in them belongs, so that it gets
 * there by a rename
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
