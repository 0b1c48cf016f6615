import type { Payload } from 'payload'
import type { Clock } from '../../lib/time/clock.ts'
import type { LaneGroup } from './core/lanes.ts'
import type { RunCadence } from './core/periods.ts'
import { settingsOf } from './options.ts'
import { readBounces } from './outbox/bounces.ts'
import { fenceOf } from './outbox/fence.ts'
import { retain } from './outbox/retain.ts'
import { makeDueRuns, RUN_CADENCES, sendGroup, upkeep } from './outbox/tick.ts'
import { completeRuns } from './outbox/upkeep.ts'
import type { Work } from './outbox/work.ts'
import { fetchReports } from './reports/fetchReports.ts'
import { tellAlarms } from './useCases/tellAlarms.ts'

/** A part of the outbox's work that goes on beside the others. */
export interface DigestRound {
  name: 'awaited' | 'immediate' | 'immediate-runs' | 'digests' | 'digest-runs' | 'reports' | 'retention'
  /** Pause between the end of one round and the start of the next, in milliseconds. */
  everyMs: number
  round: (stopping: AbortSignal) => Promise<void>
}

const SECOND = 1_000
/** Cadences whose runs are made within seconds. */
const SOON: readonly RunCadence[] = ['urgent', 'immediate']

/**
 * The work of the outbox as loops that run side by side, in any number of processes. What is urgent never waits for
 * what is long: what somebody waits for, immediate digests and all others are sent by loops of their own, and runs of many
 * thousand mails are made beside them.
 *
 * @param args.rest lets others go first, after work that took the processor so many milliseconds
 */
export const digestRounds = (args: { payload: Payload; clock: Clock; rest?: Work['rest'] }): DigestRound[] => {
  const workUntil = (stopping: AbortSignal): Work => ({ ...args, stopping, settings: settingsOf(args.payload.config) })
  const sending = (name: DigestRound['name'], group: LaneGroup): DigestRound => ({
    name,
    everyMs: 3 * SECOND,
    round: async (stopping) => {
      const work = workUntil(stopping)
      await sendGroup(work, fenceOf(work), group)
    },
  })
  return [
    sending('awaited', 'awaited'),
    sending('immediate', 'immediate'),
    sending('digests', 'periodic'),
    {
      name: 'immediate-runs',
      everyMs: 3 * SECOND,
      round: async (stopping) => {
        const work = workUntil(stopping)
        await makeDueRuns(work, fenceOf(work), SOON)
      },
    },
    {
      name: 'digest-runs',
      everyMs: 30 * SECOND,
      round: async (stopping) => {
        const work = workUntil(stopping)
        const fence = fenceOf(work)
        await upkeep(work, fence)
        await makeDueRuns(
          work,
          fence,
          RUN_CADENCES.filter((cadence) => !SOON.includes(cadence)),
        )
        await fence.run('complete', () => completeRuns(work))
        await fence.run('alarms', () => tellAlarms(work))
      },
    },
    {
      name: 'reports',
      everyMs: 60 * SECOND,
      round: async (stopping) => {
        const work = workUntil(stopping)
        const fence = fenceOf(work)
        await fence.run('mailbox', () => fetchReports({ payload: args.payload, stopping }))
        await fence.run('reports', () => readBounces(work))
      },
    },
    {
      name: 'retention',
      everyMs: 3_600 * SECOND,
      round: async (stopping) => {
        const work = workUntil(stopping)
        await fenceOf(work).run('retain', () => retain(work))
      },
    },
  ]
}
