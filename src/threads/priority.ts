import { setPriority } from 'node:os'

/** A twentieth of what a request gets where processors are scarce: readers keep their pace, and the build comes to an end. */
const NICE = 14

/**
 * Lets the threads that answer requests go first. Linux counts priority by thread, others by process: there it is left
 * alone, for it would slow down the requests too.
 */
export const yieldToReaders = (): void => {
  if (process.platform === 'linux') setPriority(NICE)
}
