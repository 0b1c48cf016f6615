export { shownInstantOf as instant } from '../../../lib/time/shownInstant.ts'

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

/**
 * The day and time in Vietnam of an instant, as `<input type="datetime-local">` takes it.
 *
 * @param iso ISO 8601 instant; anything else gives an empty text
 */
export const inVietnam = (iso: string): string => {
  const at = Date.parse(iso)
  const offset = Date.parse('1970-01-01T00:00:00Z') - Date.parse(`1970-01-01T00:00:00${OFFSET}`)
  return Number.isNaN(at) ? '' : new Date(at + offset).toISOString().slice(0, 16)
}
