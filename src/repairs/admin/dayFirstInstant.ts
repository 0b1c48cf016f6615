import { shownInstant } from '../../../lib/time/shownInstant.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const ENGLISH = /^([A-Z][a-z]{2}) (\d{1,2}), (\d{4}), (\d{1,2}):(\d{2})\s([AP]M)$/

/**
 * Converts an instant in Payload's American format and the browser's time zone to day/month/year and Vietnam's time:
 * `Nov 28, 2026, 1:45 PM` becomes `28/11/2026 13:45`.
 *
 * @returns `undefined` when the text has another format
 */
export const dayFirstInstant = (text: string): string | undefined => {
  const [, month = '', day, year, hour, minute, half] = ENGLISH.exec(text) ?? []
  const index = MONTHS.indexOf(month)
  if (index < 0) return undefined
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0)
  return shownInstant(new Date(Number(year), index, Number(day), hours, Number(minute)))
}
