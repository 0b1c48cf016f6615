import type { Payload } from 'payload'
import { type Clock, fixedClock } from '../../../lib/time/clock.ts'
import { CADENCES, periodOf, type RunCadence } from '../core/periods.ts'
import { settingsOf } from '../options.ts'
import { plannedRuns, rangeOf, runsIn } from '../outbox/runs.ts'
import type { Work } from '../outbox/work.ts'
import type { DigestRunRow } from '../rowTypes.ts'

/** A run as it would be sent at an instant. */
export interface PlannedRun {
  run: DigestRunRow
  /** Context of that instant; nothing may be written with it. */
  work: Work
  sendsAt: Date
}

/** An immediate notice leaves seconds after a publication. */
const SETTLED_MS = 5_000

/** When the next digest of a cadence leaves. */
const nextOf = (cadence: Exclude<RunCadence, 'urgent'>, payload: Payload, now: Date): Date => {
  if (cadence === 'immediate') return new Date(now.getTime() + SETTLED_MS)
  return periodOf(cadence, now, settingsOf(payload.config).schedule).dueAt
}

const workAt = (payload: Payload, at: Date): Work => {
  const clock: Clock = fixedClock(at)
  return { payload, clock, settings: settingsOf(payload.config) }
}

/**
 * The runs that would be made or continued, with their range of the log as far as it is written. Writes nothing.
 *
 * @param at instant to look at; without it, each cadence at its next time
 */
export const plannedNow = async (payload: Payload, at?: Date): Promise<PlannedRun[]> => {
  const { clock } = settingsOf(payload.config)
  const planned: PlannedRun[] = []
  for (const cadence of [...CADENCES, 'evening'] as const) {
    const sendsAt = at ?? nextOf(cadence, payload, clock.now())
    const work = workAt(payload, sendsAt)
    const begun = await runsIn(payload, cadence, ['open', 'frozen'])
    const fresh = (await plannedRuns(work, cadence)).filter(({ state }) => state === 'open')
    for (const run of [...begun, ...fresh]) {
      const range = run.state === 'frozen' ? {} : await rangeOf(payload, run)
      planned.push({ run: { ...run, ...range, cursor: '' }, work, sendsAt })
    }
  }
  return planned
}
