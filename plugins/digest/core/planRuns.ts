import { type Period, type PeriodicCadence, periodOf, previousPeriod, type RunCadence } from './periods.ts'
import type { Schedule } from './schedule.ts'

const HOUR = 3_600_000
/**
 * Maximum delay of a digest; a later one is coalesced into the next one. An immediate digest is sent late rather than
 * never, because the next one may be months away.
 */
const LATEST: Record<RunCadence, number> = {
  urgent: Number.POSITIVE_INFINITY,
  immediate: Number.POSITIVE_INFINITY,
  daily: 12 * HOUR,
  weekly: 48 * HOUR,
  evening: 4 * HOUR,
}
/**
 * How far back periods get a row of their own. No publication is lost, because ranges start at the end of the last run.
 */
const DAYS_BACK = 8

export interface PlannedRun {
  period: Period
  /** `send` freezes and sends; `coalesce` leaves its publications to the next run. */
  fate: 'send' | 'coalesce'
}

/** Cadence and due time of a run. */
export interface Due {
  cadence: RunCadence
  dueAt: Date
}

/** Whether a run is too late to be sent. */
export const isTooLate = (run: Due, now: Date): boolean => now.getTime() > run.dueAt.getTime() + LATEST[run.cadence]

/**
 * Plans the due runs without a row, oldest first. Only the newest can be sent, and only while it is not too late: after
 * an outage a person gets one digest, not one for each missed day.
 *
 * @param args.after start of the newest period with a row; periods up to it are never planned again. `null` when there
 * was no run yet; then there was no outage either, and only the newest period is planned
 */
export const planRuns = (args: {
  cadence: PeriodicCadence
  now: Date
  after: Date | null
  schedule: Schedule
}): PlannedRun[] => {
  const { cadence, now, after, schedule } = args
  const oldest = now.getTime() - DAYS_BACK * 24 * HOUR
  const due: Period[] = []
  for (
    let period = periodOf(cadence, now, schedule);
    period.endsAt.getTime() > oldest && (!after || period.startsAt > after);
    period = previousPeriod(period, schedule)
  )
    if (period.dueAt <= now) due.unshift(period)
  return due.slice(after ? 0 : -1).map((period, index, all) => ({
    period,
    fate: index === all.length - 1 && !isTooLate(period, now) ? 'send' : 'coalesce',
  }))
}
