import type { Payload } from 'payload'
import type { Clock } from '../../../lib/time/clock.ts'
import { dayBounds, dayOf } from '../../../lib/time/periods.ts'
import { addVisits, readDays } from './store.ts'

const WRITE_MS = 2_000
/** Maximum delay until visits counted by other processes are visible here. */
const READ_MS = 10_000
const HOUR = 3_600_000

export interface VisitStats {
  total: number
  today: number
}

/**
 * Counts visits in memory and adds them to the database every two seconds. A crash loses at most two seconds, and a
 * thousand visits a second cost one write.
 *
 * @param args.opening visits counted before this system started
 * @param args.onChange called when `stats` changes
 */
export const openVisits = async (args: {
  payload: Payload
  clock: Clock
  opening: (args: { payload: Payload }) => Promise<number>
  onChange: () => void
  onFailure: (error: unknown) => void
}) => {
  const { payload, clock } = args
  const stored = new Map<string, number>()
  /** Visits not yet in the database. */
  const pending = new Map<string, number>()
  let opening = 0
  const today = () => dayOf(clock.now())

  const read = async (from: string) => {
    opening = await args.opening({ payload })
    for (const { day, visits } of await readDays(payload, from)) stored.set(day, visits)
  }
  const stats = (): VisitStats => {
    const sum = (days: Map<string, number>) => [...days.values()].reduce((a, b) => a + b, 0)
    const day = today()
    return {
      total: opening + sum(stored) + sum(pending),
      today: (stored.get(day) ?? 0) + (pending.get(day) ?? 0),
    }
  }
  const write = async () => {
    for (const [day, visits] of [...pending]) {
      const after = await addVisits(payload, { day, visits })
      // Visits counted during the write stay pending.
      const left = (pending.get(day) ?? 0) - visits
      if (left > 0) pending.set(day, left)
      else pending.delete(day)
      stored.set(day, after)
    }
  }
  let running: Promise<void> = Promise.resolve()
  /** Serialises the work: two concurrent writes would count the same visits twice. */
  const inTurn = (work: () => Promise<void>) => {
    running = running.then(work).catch(args.onFailure)
    return running
  }
  const refresh = () =>
    inTurn(async () => {
      const before = JSON.stringify(stats())
      // Read yesterday too: another process may write visits from just before midnight.
      await read(dayOf(new Date(dayBounds(today()).start.getTime() - HOUR)))
      if (JSON.stringify(stats()) !== before) args.onChange()
    })

  await inTurn(() => read(''))
  const timers = [
    setInterval(() => void (pending.size && inTurn(write)), WRITE_MS),
    setInterval(() => void refresh(), READ_MS),
  ]
  for (const timer of timers) timer.unref()
  return {
    count: () => {
      const day = today()
      pending.set(day, (pending.get(day) ?? 0) + 1)
      args.onChange()
    },
    stats,
    /** Writes this process's visits, and reads those of the others. */
    settle: async () => {
      await inTurn(write)
      await refresh()
    },
    close: async () => {
      for (const timer of timers) clearInterval(timer)
      await inTurn(write)
    },
  }
}
export type Visits = Awaited<ReturnType<typeof openVisits>>
