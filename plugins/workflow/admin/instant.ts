import { shownInstant } from '../../../lib/time/shownInstant.ts'

/**
 * An instant as day/month/year hour:minute in Vietnam's time, `24/11/2026 14:05`.
 *
 * @param iso ISO 8601 instant; anything else is returned unchanged
 */
export const instant = (iso: string): string => {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  return shownInstant(at)
}

/** Vietnam has had a single offset since 1975, without daylight saving time. */
const OFFSET = '+07:00'

/**
 * The instant of a day and time in Vietnam.
 *
 * @param local value of `<input type="datetime-local">`, `2026-11-24T14:05`
 * @returns ISO 8601, UTC; `undefined` when the value is not such a time
 */
export const fromVietnam = (local: string): string | undefined => {
  const at = new Date(`${local}:00${OFFSET}`)
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined
}
