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

/** The id of this thread within the system; `undefined` where threads have no priority of their own. */
export const ownThread = (): string | undefined =>
  process.platform === 'linux' ? path.basename(readlinkSync('/proc/thread-self')) : undefined

/**
 * Lets a thread work only while no other one wants to, so that it never keeps a request waiting (a low priority alone lets
 * it finish its time slice of some milliseconds first), or like others again. By `chrt` of util-linux; where it is
 * missing or refused, the low priority has to do.
 *
 * @param thread as `ownThread` gives it
 */
export const workOnlyWhenIdle = (thread: string, isOnlyWhenIdle: boolean): void =>
  void execFile('chrt', [isOnlyWhenIdle ? '--idle' : '--other', '--pid', '0', thread], () => undefined)
