import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Under the media folder, so that a file gets its place there by a rename. */
const INCOMING = '.incoming'

/** Longer than a request may take: whatever is older belongs to a process that died. */
const ABANDONED_MS = 60 * 60 * 1000

/** Removes what uploads left behind whose process died. The time is the file system's own: that of a new folder. */
const sweep = async (incoming: string, folder: string): Promise<void> => {
  const { mtimeMs } = await stat(folder)
  for (const name of await readdir(incoming)) {
    const left = path.join(incoming, name)
    const found = await stat(left).catch(() => undefined)
    if (found && found.mtimeMs < mtimeMs - ABANDONED_MS) await rm(left, { recursive: true, force: true })
  }
}

/**
 * Gives work a folder of its own on the file system of the media folder, and takes it away again however it ends; with
 * it goes what was left behind by processes that died.
 */
export const inFolder = async <T>(mediaDir: string, work: (folder: string) => Promise<T>): Promise<T> => {
  const incoming = path.join(mediaDir, INCOMING)
  const folder = path.join(incoming, randomUUID())
  await mkdir(incoming, { recursive: true })
  await mkdir(folder, { mode: 0o700 })
  try {
    await sweep(incoming, folder)
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
