import { isIsoDay, listDay } from '../../../lib/text/dates.ts'

/** How each language writes a day; Khmer with its own digits. Vietnamese has a form of its own in official lists. */
const STYLES: Record<string, string> = { km: 'km-u-nu-khmr', zh: 'zh', en: 'en-GB' }

/**
 * A day as the readers of a language write it: `23/11/2026`, `២៣ វិច្ឆិកា ២០២៦`, `2026年11月23日`, `23 November 2026`.
 *
 * @param isoDay `YYYY-MM-DD`; anything else comes back as it is
 */
export const dayIn = (isoDay: string, language: string): string => {
  if (!isIsoDay(isoDay)) return isoDay
  const style = STYLES[language]
  if (!style) return listDay(isoDay)
  const format = new Intl.DateTimeFormat(style, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
  return format.format(new Date(`${isoDay}T00:00:00Z`))
}
