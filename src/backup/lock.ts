import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { isRecord } from '../../lib/isRecord.ts'
import { systemClock } from '../../lib/time/clock.ts'

const BEAT_MS = 30_000
/** Without a sign of life for so long, whoever holds it is dead. */
const DEAD_MS = 10 * 60_000

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Time by the file system's own clock, which machines that share it agree on. */
const timeOf = async (folder: string): Promise<number> => {
  const probe = path.join(folder, `.${randomUUID()}`)
  await writeFile(probe, '')
  try {
    return (await stat(probe)).mtimeMs
  } finally {
    await rm(probe, { force: true })
  }
}

/** Whether a lock was left by a process that died: its own machine knows at once, others after minutes of silence. */
const isDead = async (file: string): Promise<boolean> => {
  const text = await readFile(file, 'utf8')
  let holder: unknown
  try {
    holder = JSON.parse(text)
  } catch {
    holder = undefined
  }
  if (isRecord(holder) && holder.host === hostname() && typeof holder.pid === 'number' && !isAlive(holder.pid))
    return true
  const { mtimeMs } = await stat(file)
  return (await timeOf(path.dirname(file))) - mtimeMs > DEAD_MS
}

const create = async (file: string, token: string): Promise<boolean> => {
  try {
    await writeFile(file, JSON.stringify({ host: hostname(), pid: process.pid, token }), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Moves a dead lock away. Of any number of processes one does. */
const removeDead = async (file: string): Promise<void> => {
  const away = `${file}.${randomUUID()}`
  try {
    if (!(await isDead(file))) return
    await rename(file, away)
    await rm(away, { force: true })
  } catch (error) {
    // Another process was faster.
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

/** A folder that belongs to one process. */
export interface Held {
  /** @throws Error when it was lost to another process, because this one was silent for minutes */
  check: () => Promise<void>
  release: () => Promise<void>
}

/**
 * Takes a folder for one process of one machine, of all that share the file system. What a dead process left is taken
 * over.
 *
 * @param file name of the lock, below an existing folder
 * @returns `undefined` while another process holds it
 */
export const takeLock = async (file: string): Promise<Held | undefined> => {
  const token = randomUUID()
  if (!(await create(file, token))) {
    await removeDead(file)
    if (!(await create(file, token))) return undefined
  }
  const beat = setInterval(() => {
    const now = systemClock.now()
    utimes(file, now, now).catch(() => undefined)
  }, BEAT_MS)
  beat.unref()
  const isOwn = async () => (await readFile(file, 'utf8').catch(() => '')).includes(token)
  return {
    check: async () => {
      if (!(await isOwn())) throw new Error(`${file} was taken over by another process`)
    },
    release: async () => {
      clearInterval(beat)
      if (await isOwn()) await rm(file, { force: true })
    },
  }
}
