import type { LaneGroup } from './lanes.ts'

/** What all workers know of the relay together; instants in milliseconds. */
export interface GateState {
  /** When the next mail would be due if mails left at the agreed rate (GCRA's theoretical arrival time). */
  slotAt: number
  /** Failures in a row. */
  failures: number
  /** Nobody connects before; 0 when the relay works. */
  closedUntil: number
  /** First of the failures in a row; 0 when the relay works. */
  failingSince: number
}

export const OPEN_GATE: GateState = { slotAt: 0, failures: 0, closedUntil: 0, failingSince: 0 }

const SECOND = 1_000
const SHORTEST_BREAK = 30 * SECOND
const LONGEST_BREAK = 300 * SECOND

/**
 * How far ahead of the agreed rate a group may go. A more urgent one may go further, so that it finds room when
 * digests use all there is; whatever it takes, the others wait for.
 */
const AHEAD: Record<LaneGroup, { slots: number; time: number }> = {
  periodic: { slots: 1, time: 5 * SECOND },
  immediate: { slots: 2, time: 10 * SECOND },
  awaited: { slots: 3, time: 20 * SECOND },
}

/**
 * Takes room for mails under a rate that all workers share: the generic cell rate algorithm (ITU-T I.371), with a
 * tolerance by group.
 *
 * @param args.perSecond mails a second
 * @param args.most how many are wanted
 * @returns how many may leave now, and the time of the next slot if they do
 */
export const takeSlots = (
  state: GateState,
  args: { now: number; perSecond: number; most: number; group: LaneGroup },
): Pick<GateState, 'slotAt'> & { granted: number } => {
  const { now, perSecond, most, group } = args
  const interval = SECOND / perSecond
  const from = Math.max(state.slotAt, now)
  const until = now + AHEAD[group].time + AHEAD[group].slots * interval
  const granted = Math.max(0, Math.min(most, Math.floor((until - from) / interval)))
  return { granted, slotAt: granted ? from + granted * interval : state.slotAt }
}

/** What a failure changes: nobody connects for half a minute, doubling up to five. */
export const afterFailure = (state: GateState, now: number): Omit<GateState, 'slotAt'> => ({
  failures: state.failures + 1,
  closedUntil: now + Math.min(SHORTEST_BREAK * 2 ** Math.min(state.failures, 10), LONGEST_BREAK),
  failingSince: state.failingSince || now,
})

/** What changes once the relay answers again. */
export const AFTER_SUCCESS: Omit<GateState, 'slotAt'> = { failures: 0, closedUntil: 0, failingSince: 0 }

/** What a worker may do: connect, do nothing, or connect as the only one to see whether the relay is back. */
export const mayConnect = ({ failures, closedUntil }: GateState, now: number): 'yes' | 'no' | 'probe' => {
  if (!failures) return 'yes'
  return closedUntil > now ? 'no' : 'probe'
}

/** What changes while one worker probes: the others go on waiting. */
export const whileProbed = (now: number): Pick<GateState, 'closedUntil'> => ({ closedUntil: now + SHORTEST_BREAK })
