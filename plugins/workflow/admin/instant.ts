import { isIsoDay, listDay } from '../../../src/text/dates.ts'

/** The portal's own time, wherever the browser stands: what people compare must read the same on every desk. */
const TIME_ZONE = 'Asia/Ho_Chi_Minh'

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/**
 * An instant as day/month/year hour:minute in Vietnam's time, `24/11/2026 14:05`.
 *
 * @param iso ISO 8601 instant; anything else comes back unchanged
 */
export const instant = (iso: string): string => {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const of = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${of.day}/${of.month}/${of.year} ${of.hour}:${of.minute}`
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

/**
 * A date without a time as lists write it, `08/05/2024`.
 *
 * @param date `YYYY-MM-DD`; anything else comes back unchanged
 */
export const dayFirst = (date: string): string => (isIsoDay(date) ? listDay(date) : date)
