import { setPriority } from 'node:os'

/**
 * About a twentieth of a request's share when processors are busy: readers keep their pace, and the build still
 * finishes.
 */
const NICE = 14

/**
 * Lowers the priority of this thread below that of requests. Only on Linux, where priority is per thread; elsewhere it
 * is per process, which would slow down requests too.
 *
 * @param nice how far below, up to 19
 * @default 14
 */
export const yieldToReaders = (nice = NICE): void => {
  if (process.platform === 'linux') setPriority(nice)
}
