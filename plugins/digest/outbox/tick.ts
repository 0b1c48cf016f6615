import { LANE_GROUPS, type LaneGroup } from '../core/lanes.ts'
import { CADENCES, type RunCadence } from '../core/periods.ts'
import { readBounces } from './bounces.ts'
import { type Fence, fenceOf, type StepName } from './fence.ts'
import { makeRuns } from './makeRuns.ts'
import { NOTHING_SENT, type SendReport, type Sent, sendLanes } from './sendLanes.ts'
import { completeRuns, expire, forget, reap } from './upkeep.ts'
import type { Work } from './work.ts'

/** Order in which runs are created: what is urgent first; a periodic digest may carry what would otherwise need an evening digest. */
export const RUN_CADENCES: readonly RunCadence[] = ['urgent', ...CADENCES, 'evening']

export interface TickReport {
  sent: Sent
  relay: SendReport['relay'] | 'paused'
  /** Steps that failed; the others were carried out. */
  failed: StepName[]
}

/** Takes back what dead workers held, and ends what came too late. */
export const upkeep = async (work: Work, fence: Fence): Promise<void> => {
  await fence.run('reap', () => reap(work))
  await fence.run('expire', () => expire(work))
  await fence.run('forget', () => forget(work))
}

/** Makes the due runs of some cadences. */
export const makeDueRuns = async (work: Work, fence: Fence, cadences: readonly RunCadence[]): Promise<void> => {
  for (const cadence of cadences) await fence.run(`runs:${cadence}`, () => makeRuns(work, cadence))
}

/** Sends what is due in one group of lanes. */
export const sendGroup = async (work: Work, fence: Fence, group: LaneGroup): Promise<SendReport | undefined> =>
  work.settings.paused ? undefined : fence.run(`send:${group}`, () => sendLanes(work, group))

/**
 * One whole round of the outbox, one step after the other. Every step is idempotent and fenced off, so any number of
 * workers may run it concurrently, and be killed at any point.
 */
export const runTick = async (work: Work, cadences: readonly RunCadence[] = RUN_CADENCES): Promise<TickReport> => {
  const fence = fenceOf(work)
  await fence.run('reports', () => readBounces(work))
  await upkeep(work, fence)
  await makeDueRuns(work, fence, cadences)
  const sent = { ...NOTHING_SENT }
  let relay: TickReport['relay'] = work.settings.paused ? 'paused' : 'idle'
  for (const group of Object.keys(LANE_GROUPS) as LaneGroup[]) {
    const report = await sendGroup(work, fence, group)
    if (!report) continue
    for (const result of Object.keys(sent) as (keyof Sent)[]) sent[result] += report.sent[result]
    if (report.relay === 'down' || relay === 'idle') relay = report.relay
  }
  await fence.run('complete', () => completeRuns(work))
  return { sent, relay, failed: fence.failed }
}
