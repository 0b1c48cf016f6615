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

/** Whether a row made something public, or withdrew it, before a second person had approved that. */
export const awaitsRatification = (row: Pick<Publication, 'capacities'>): boolean => capacitiesOf(row).some(waits)

/** Whether a row says that a second person ratified the publication of an edition. */
export const ratifiesPublication = ({ kind, capacities }: Pick<Publication, 'kind' | 'capacities'>): boolean =>
  kind === 'ratified' && capacitiesOf({ capacities }).some(({ ratifies }) => ratifies === 'publication')

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
  if (!ratifiesPublication(row)) return before
  return { steps: [...before.steps, ...steps], ratified: true }
}
