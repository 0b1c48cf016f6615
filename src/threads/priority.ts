import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { getPriority, setPriority } from 'node:os'
import path from 'node:path'

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

/** About a tenth of a request's share: a worker writes too, and who holds a lock must not wait long for a processor. */
const NICE_WORKER = 10

/** Lowers the priority of a process that only works in the background below that of one that answers people. */
export const workBesideReaders = (): void => yieldToReaders(NICE_WORKER)

/**
 * Gives all threads of this process the priority of requests again, where the system allows it. For a process that stops:
 * it waits for its threads, and on a busy machine one with a low priority would take longer than it may.
 */
export const hurry = (): void => {
  if (process.platform !== 'linux') return
  for (const thread of readdirSync('/proc/self/task').map(Number))
    try {
      if (getPriority(thread) > 0) setPriority(thread, 0)
    } catch {
      // It ended meanwhile, or only an administrator may.
    }
}

/** Bit of CAP_SYS_NICE in the capabilities of a process (capabilities(7)). */
const SYS_NICE = 23n
/** The limit of niceness from which a thread may return to its usual priority (getrlimit(2)). */
const USUAL = 20

/** Whether a thread that works only when idle may work like others again; without the right it never could. */
const mayReturn = (): boolean => {
  // Of an administrator, or handed on to programs that are started.
  const set = process.geteuid?.() === 0 ? 'CapEff' : 'CapAmb'
  const status = readFileSync('/proc/self/status', 'utf8')
  const [, capabilities = '0'] = new RegExp(`^${set}:\\s*([0-9a-f]+)`, 'm').exec(status) ?? []
  if ((BigInt(`0x${capabilities}`) >> SYS_NICE) & 1n) return true
  const [, limit = '0'] = /^Max nice priority\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? []
  return Number(limit) >= USUAL
}

/** The id of this thread within the system, if `workOnlyWhenIdle` may be used for it. */
export const idleThread = (): string | undefined =>
  process.platform === 'linux' && mayReturn() ? path.basename(readlinkSync('/proc/thread-self')) : undefined

/**
 * Lets a thread work only while no other one wants to, so that it never keeps a request waiting (a low priority alone lets
 * it finish its time slice of some milliseconds first), or like others again. By `chrt` of util-linux; where it cannot
 * be used, the thread gets a low priority.
 *
 * @param thread as `idleThread` gives it
 */
export const workOnlyWhenIdle = (thread: string, isOnlyWhenIdle: boolean): void =>
  void execFile('chrt', [isOnlyWhenIdle ? '--idle' : '--other', '--pid', '0', thread], (failure) => {
    // The thread may have ended meanwhile.
    if (failure && existsSync(`/proc/self/task/${thread}`)) setPriority(Number(thread), NICE)
  })
