import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const MEMORY = '/dev/shm'
/** More than all suites need at once, in bytes. */
const ROOM = 8 * 1024 ** 3

const hasRoom = () => {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize > ROOM && os.freemem() > ROOM
  } catch {
    return false
  }
}

/**
 * A new folder for what is thrown away: in memory where there is room, because databases wait for a disk at every write
 * that nobody will miss.
 *
 * @returns its path, and what removes it
 */
export const passingFolder = (name) => {
  const folder = mkdtempSync(path.join(hasRoom() ? MEMORY : os.tmpdir(), name))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
