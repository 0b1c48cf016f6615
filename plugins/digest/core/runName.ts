import { isIsoDay, listDay } from '../../../lib/text/dates.ts'
import type { OwnLanguage } from '../../../lib/text/languages.ts'
import { shownInstantOf } from '../../../lib/time/shownInstant.ts'
import type { RunCadence } from './periods.ts'

/** What a run is called. */
export interface NamedRun {
  /** `daily:2026-11-30`, `weekly:2026-W48`, `evening:2026-11-30`, `immediate:<publication>`. */
  key: string
  cadence: RunCadence
  /** ISO 8601. */
  startsAt: string
}

const dayIn = (day: string, language: OwnLanguage): string =>
  language === 'vi'
    ? listDay(day)
    : new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(
        new Date(`${day}T00:00:00Z`),
      )

const WORDS: Record<OwnLanguage, Record<RunCadence, (what: string) => string>> = {
  vi: {
    immediate: (at) => `Tin gửi ngay ${at}`,
    daily: (day) => `Bản tin ngày ${day}`,
    weekly: (week) => `Bản tin tuần ${week}`,
    evening: (day) => `Bản tin tối ${day}`,
    urgent: (at) => `Tin đính chính, thu hồi ${at}`,
  },
  en: {
    immediate: (at) => `Immediate notice of ${at}`,
    daily: (day) => `Daily digest of ${day}`,
    weekly: (week) => `Weekly digest, week ${week}`,
    evening: (day) => `Evening digest of ${day}`,
    urgent: (at) => `Corrections and withdrawals of ${at}`,
  },
}

const WEEK = /^(\d{4})-W(\d{2})$/

/**
 * The name of a run for people: “Bản tin ngày 30/11/2026”, “Bản tin tuần 48”. A key of another form is shown as it is.
 *
 * @param year the present one, `2026`; a week of another year is named with its year
 */
export const runName = ({ key, cadence, startsAt }: NamedRun, language: OwnLanguage, year: string): string => {
  const words = WORDS[language][cadence]
  const name = key.slice(cadence.length + 1)
  if (cadence === 'immediate' || cadence === 'urgent') return words(shownInstantOf(startsAt))
  if (cadence === 'weekly') {
    const [, of, week] = WEEK.exec(name) ?? []
    if (of === undefined || week === undefined) return key
    return words(of === year ? String(Number(week)) : `${Number(week)}/${of}`)
  }
  return isIsoDay(name) ? words(dayIn(name, language)) : key
}
