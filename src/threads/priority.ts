import { execFile } from 'node:child_process'
import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'
import path from 'node:path'

/**
 * About a twentieth of a request's share when processors are busy: readers keep their pace, and the build still
 * finishes.
 */
const NICE = 14

/**
 * Lowers the priority of this thread below that of requests. Only on Linux, where priority is per thread; elsewhere it
 * is per process, which would slow down requests too.
 */
export const yieldToReaders = (): void => {
  if (process.platform === 'linux') setPriority(NICE)
}

/**
 * Lets this thread work only while no other thread wants to, so that it never keeps a request waiting; a low priority
 * alone lets it finish its time slice of some milliseconds first. Needs Linux and `chrt` of util-linux; without them it
 * is `yieldToReaders`.
 */
export const waitForReaders = (): void => {
  yieldToReaders()
  if (process.platform !== 'linux') return
  const thread = path.basename(readlinkSync('/proc/thread-self'))
  // Where the command is missing or refused, the low priority has to do.
  execFile('chrt', ['--idle', '--pid', '0', thread], () => undefined)
}
