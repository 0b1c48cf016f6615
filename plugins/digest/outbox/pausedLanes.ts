import type { Where } from 'payload'
import { isHeldBack, PAUSABLE, type PausesInForce } from '../core/pauses.ts'
import type { RunCadence } from '../core/periods.ts'

/** Digests whose run begins with `<cadence>:`, as a range that an index can be entered at. */
export const digestsOf = (cadence: RunCadence): Where => ({
  kind: { equals: 'digest' },
  run: { greater_than_equal: `${cadence}:`, less_than: `${cadence};` },
})

const isOfDigests = (lane: Where): boolean => JSON.stringify(lane.kind) === '{"equals":"digest"}'

/** The cadence that a lane is for; `undefined` for a lane of every cadence. */
const cadenceOf = (lane: Where): RunCadence | undefined =>
  PAUSABLE.find((cadence) => JSON.stringify(lane) === JSON.stringify(digestsOf(cadence)))

/**
 * Lanes of the outbox without the digests that an officer has paused. What is no digest is never held back by a pause.
 * The lane of all digests becomes one lane for each cadence that is left.
 */
export const withoutPaused = (lanes: readonly Where[], pauses: PausesInForce): readonly Where[] => {
  if (!pauses.all && !pauses.cadences.size) return lanes
  const left = PAUSABLE.filter((cadence) => !isHeldBack(pauses, cadence))
  return lanes.flatMap((lane) => {
    if (!isOfDigests(lane)) return [lane]
    const only = cadenceOf(lane)
    if (only) return left.includes(only) ? [lane] : []
    return left.map(digestsOf)
  })
}
