import type { RunCadence } from './periods.ts'

/** In which order mails leave: what somebody waits for, then the digests of each cadence. */
export type Lane = 'awaited' | RunCadence

/** Lanes that leave together, the most urgent first. None ever waits for a later one. */
export const LANE_GROUPS = {
  /** Confirmations, links, notices to officers. */
  awaited: ['awaited'],
  immediate: ['urgent', 'immediate'],
  periodic: ['evening', 'daily', 'weekly'],
} as const satisfies Record<string, readonly Lane[]>
export type LaneGroup = keyof typeof LANE_GROUPS
