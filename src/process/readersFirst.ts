import type { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

/** From so many requests a second on, work in the background rests. */
const MANY = 20
/** Share of the time that all of it together takes then; the rest is left to readers. */
const SHARE = 0.15
const LONGEST_REST_MS = 5_000

/**
 * Lets the readers of a server go first: work in the background of its process says how long it worked, and waits in
 * proportion while there are many requests. In a process without a server nothing is to be waited for.
 *
 * @param args.server emits `request`
 * @param args.now milliseconds on a clock that never goes back
 * @param args.pause waits so many milliseconds
 * @returns waits after a piece of work
 */
export const readersFirst = (args: {
  server: Pick<EventEmitter, 'on'>
  now?: () => number
  pause?: (ms: number) => Promise<unknown>
}): ((workedMs: number) => Promise<void>) => {
  const { server, now = () => performance.now(), pause = wait } = args
  let second = 0
  let requests = 0
  let before = 0
  /** Until when readers are owed the time that work has taken. */
  let owedUntil = 0
  const turn = () => {
    const current = Math.floor(now() / 1_000)
    if (current === second) return
    before = current === second + 1 ? requests : 0
    requests = 0
    second = current
  }
  server.on('request', () => {
    turn()
    requests += 1
  })
  return async (workedMs) => {
    turn()
    if (Math.max(before, requests) < MANY) return
    owedUntil = Math.max(owedUntil, now()) + workedMs * (1 / SHARE - 1)
    owedUntil = Math.min(owedUntil, now() + LONGEST_REST_MS)
    await pause(owedUntil - now())
  }
}
