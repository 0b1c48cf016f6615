import { en } from './en.ts'
import { km } from './km.ts'
import { vi } from './vi.ts'
import type { Words } from './words.ts'
import { zh } from './zh.ts'

export type { FilterName, Section, Sort, Words } from './words.ts'
export { SECTIONS } from './words.ts'

/** Languages of the website, by the name that a language has in addresses and in the API; the first has no prefix. */
export const WORDS = { vi, km, zh, en } satisfies Record<string, Words>

export type Language = keyof typeof WORDS
export const LANGUAGES = Object.keys(WORDS) as Language[]
export const FIRST_LANGUAGE: Language = 'vi'

/** Whether a text is the name of one of the website's languages. */
export const isLanguage = (text: string): text is Language => Object.hasOwn(WORDS, text)

/** What each language calls a language: `in` tells in whose words. */
export const nameOfLanguage = (code: string, language: Language): string =>
  isLanguage(code) ? NAMES[language][code] : code

const NAMES: Record<Language, Record<Language, string>> = {
  vi: { vi: 'tiếng Việt', km: 'tiếng Khmer', zh: 'tiếng Trung', en: 'tiếng Anh' },
  km: { vi: 'ភាសាវៀតណាម', km: 'ភាសាខ្មែរ', zh: 'ភាសាចិន', en: 'ភាសាអង់គ្លេស' },
  zh: { vi: '越南语', km: '高棉语', zh: '中文', en: '英语' },
  en: { vi: 'Vietnamese', km: 'Khmer', zh: 'Chinese', en: 'English' },
}
