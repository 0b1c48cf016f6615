import type { Capacity, Publication } from '../types.ts'
import { capacitiesOf } from './capacities.ts'
import { makesEdition } from './documentState.ts'

/** How an edition became public. */
export interface Provenance {
  /** In the order in which they were taken. */
  steps: Capacity[]
  /** `false` while an edition that nobody approved beforehand waits for a second person. */
  ratified: boolean
  /** When its content was erased, ISO 8601, UTC. */
  purgedAt?: string
}

/** Rows of the first versions name the act, and do not say that it waits for somebody. */
const waits = ({ step, awaits }: Capacity): boolean => awaits === true || step === 'publish-urgently'

/**
 * Provenance of an edition after one more row that concerns it. Pure.
 *
 * @param before `undefined` for the row that makes the edition
 * @returns `undefined` when no row made the edition, which happens only where one is missing
 */
export const provenanceAfter = (before: Provenance | undefined, row: Publication): Provenance | undefined => {
  const steps = capacitiesOf(row)
  if (makesEdition(row)) return { steps, ratified: !steps.some(waits) }
  if (!before) return undefined
  if (row.kind === 'purged') return { ...before, purgedAt: row.at }
  // Whoever restores is another person than who published, so that nothing waits unless the row says so.
  if (row.kind === 'restored') return { ...before, ratified: !steps.some(waits) }
  if (row.kind !== 'ratified' || !steps.some(({ ratifies }) => ratifies === 'publication')) return before
  return { steps: [...before.steps, ...steps], ratified: true }
}
