import { shownInstant } from '../../../lib/time/shownInstant.ts'

/**
 * An instant as day/month/year hour:minute in Vietnam's time, `24/11/2026 14:05`.
 *
 * @param iso ISO 8601 instant; anything else comes back unchanged
 */
export const instant = (iso: string): string => {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  return shownInstant(at)
}

/** Vietnam has had one offset since 1975, and no summer time. */
const OFFSET = '+07:00'

/**
 * The instant that a day and time in Vietnam means.
 *
 * @param local as `<input type="datetime-local">` gives it, `2026-11-24T14:05`
 * @returns ISO 8601, UTC; `undefined` when it is no such time
 */
export const fromVietnam = (local: string): string | undefined => {
  const at = new Date(`${local}:00${OFFSET}`)
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined
}
