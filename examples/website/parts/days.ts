import type { Language } from '../words/index.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const numbers = { day: '2-digit', month: '2-digit', year: 'numeric' } as const

const DAYS: Record<Language, Intl.DateTimeFormat> = {
  vi: new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, ...numbers }),
  km: new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, ...numbers }),
  zh: new Intl.DateTimeFormat('zh', { timeZone: ZONE, year: 'numeric', month: 'long', day: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, year: 'numeric', month: 'long', day: 'numeric' }),
}

/**
 * A day as people write it, `08/05/2024`, in Viet Nam.
 *
 * @param iso a day, `2024-05-08`, or an instant; a text that is neither is returned as it is
 */
export const shownDay = (iso: string, language: Language): string => {
  const at = new Date(iso.length === 10 ? `${iso}T12:00:00+07:00` : iso)
  return Number.isNaN(at.getTime()) ? iso : DAYS[language].format(at)
}

/** Length of a video, `1:05` or `1:02:03`. */
export const shownLength = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** The same as a duration of ISO 8601, for `datetime`. */
export const isoLength = (seconds: number): string => `PT${Math.max(0, Math.round(seconds))}S`

/** Size of a file: `950 KB`, `1,4 MB`. */
export const shownSize = (bytes: number, language: Language): string => {
  const mega = bytes >= 1_000_000
  const size = mega ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1_000))
  const number = size.toLocaleString(language === 'km' ? 'en' : language, { maximumFractionDigits: mega ? 1 : 0 })
  return `${number} ${mega ? 'MB' : 'KB'}`
}
