/** A text in several languages; English stands in for one that is missing. */
export interface Text {
  en: string
  [language: string]: string
}

/** Languages in which the system's own texts exist. */
export type OwnLanguage = 'vi' | 'en'

/** A text of the system's own. */
export type OwnText = Record<OwnLanguage, string>

/** The language in which the system speaks to somebody: Vietnamese, or English for every other language. */
export const ownLanguage = (asked: string | undefined): OwnLanguage => (asked === 'vi' ? 'vi' : 'en')

/** A text in a language, or in English where it lacks that. */
export const textIn = (text: Text, language: string): string => text[language] ?? text.en

/** Name of a language in a language, its own when none is given; its code where nobody knows a name. */
export const languageName = (code: string, inLanguage = code): string => {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(code) ?? code
  } catch {
    // A locale may be called anything, `vi_formal`, of which only some are language tags.
    return code
  }
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/**
 * Completes labels: every `{ vi, en }` in a configuration says in each of the languages what it says in English, unless
 * it has that language. Payload would show the first of a label instead, which is Vietnamese. Pure; what is complete
 * stays the same object.
 */
export const withLanguages = <T>(value: T, languages: readonly string[]): T => {
  if (languages.every((language) => language === 'vi' || language === 'en')) return value
  const complete = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(complete)
    if (!isPlain(inner)) return inner
    if (typeof inner.vi === 'string' && typeof inner.en === 'string')
      return { ...Object.fromEntries(languages.map((language) => [language, inner.en])), ...inner }
    return Object.fromEntries(Object.entries(inner).map(([name, part]) => [name, complete(part)]))
  }
  return complete(value) as T
}
