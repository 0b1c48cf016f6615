import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** A report has a few kilobytes; a larger mail is something else. */
export const LARGEST_REPORT = 1024 * 1024
/** With this many files in the folder, the mail server has to wait: nobody empties it. */
const MOST_WAITING = 10_000

/** Where mails to the envelope sender wait for being read. */
export const reportFolder = (dataDir: string): string => path.join(dataDir, 'bounces')

/** Writes a directory itself to disk, so that a file that was renamed into it stays. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Puts a mail into the folder of reports. After it has returned, the mail is on disk, whatever fails then. The same
 * bytes are the same file, so that giving a mail twice is harmless.
 *
 * @param args.bytes at most `LARGEST_REPORT`
 * @throws Error when the folder is full or not writable; nothing is left then
 */
export const keepReport = async (args: { dataDir: string; bytes: Buffer }): Promise<void> => {
  const folder = reportFolder(args.dataDir)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length >= MOST_WAITING) throw new Error('too many mails wait in the folder of reports')
  const name = createHash('sha256').update(args.bytes).digest('hex').slice(0, 32)
  const unfinished = path.join(folder, `${name}.${process.pid}.part`)
  try {
    const handle = await open(unfinished, 'w', 0o600)
    try {
      await handle.writeFile(args.bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, path.join(folder, `${name}.eml`))
    await syncFolder(folder)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
