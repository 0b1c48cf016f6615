import type { Payload } from 'payload'
import { CLAIMABLE_STATES } from '../core/delivery.ts'
import { LANE_GROUPS, type LaneGroup } from '../core/lanes.ts'
import type { RelayRow, StepRow } from '../rowTypes.ts'
import { oldestDue } from '../store/dueMails.ts'
import { readGate } from '../store/relayGate.ts'
import { count } from '../store/rows.ts'
import { readSteps } from '../store/steps.ts'

/** How the outbox is, as all its workers left it. */
export interface OutboxHealth {
  steps: StepRow[]
  relay: RelayRow
  waiting: {
    group: LaneGroup
    mails: number
    /** Since when the oldest could have left, ISO 8601; `''` when none waits. */
    oldest: string
  }[]
}

/** Reads how the outbox is. */
export const outboxHealth = async (payload: Payload, now: Date): Promise<OutboxHealth> => ({
  steps: await readSteps(payload),
  relay: await readGate(payload),
  waiting: await Promise.all(
    (Object.keys(LANE_GROUPS) as LaneGroup[]).map(async (group) => {
      const due = { lane: { in: [...LANE_GROUPS[group]] }, notBefore: { less_than_equal: now.toISOString() } }
      const mails = await count(payload, 'deliveries', { ...due, state: { in: [...CLAIMABLE_STATES] } })
      return { group, mails, oldest: (await oldestDue(payload, LANE_GROUPS[group], now))?.notBefore ?? '' }
    }),
  ),
})
