import { isRecord } from '../../../lib/isRecord.ts'
import type { Capacity, Publication } from '../types.ts'

const isCapacity = (value: unknown): value is Capacity =>
  isRecord(value) && typeof value.step === 'string' && typeof value.capacity === 'string'

/** The steps that a row of the log names; none when it holds no list of them. */
export const capacitiesOf = ({ capacities }: Pick<Publication, 'capacities'>): Capacity[] => {
  try {
    const list: unknown = JSON.parse(capacities)
    return Array.isArray(list) ? list.filter(isCapacity) : []
  } catch {
    return []
  }
}

/** When the text of an edition first was public elsewhere, ISO 8601; `undefined` when the row does not say. */
export const publicSince = (row: Pick<Publication, 'capacities'>): string | undefined => {
  const since = capacitiesOf(row).find((step) => typeof step.publicSince === 'string')?.publicSince
  return since !== undefined && !Number.isNaN(Date.parse(since)) ? since : undefined
}
