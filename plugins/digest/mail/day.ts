import { isIsoDay, listDay } from '../../../lib/text/dates.ts'

/** Date format of each language; Khmer with its own digits. Vietnamese uses the format of official lists. */
const STYLES: Record<string, string> = { km: 'km-u-nu-khmr', zh: 'zh', en: 'en-GB' }

/**
 * Formats a date in a language: `23/11/2026`, `២៣ វិច្ឆិកា ២០២៦`, `2026年11月23日`, `23 November 2026`.
 *
 * @param isoDay `YYYY-MM-DD`; anything else is returned unchanged
 */
export const dayIn = (isoDay: string, language: string): string => {
  if (!isIsoDay(isoDay)) return isoDay
  const style = STYLES[language]
  if (!style) return listDay(isoDay)
  const format = new Intl.DateTimeFormat(style, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
  return format.format(new Date(`${isoDay}T00:00:00Z`))
}
