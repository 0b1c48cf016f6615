import { FIRST_LANGUAGE, type Language, WORDS, type Words } from '../words/index.ts'

/** What every part of a page needs to know of the page it stands on. */
export interface View {
  language: Language
  words: Words
  /** Origin of the CMS for browsers: files, subscriptions, provenance. */
  cms: string
  /** Address of a path of the website, `/van-ban`, in the language of the page. */
  href: (path: string) => string
}

/** Address of a path in a language: only the first language has no prefix. */
export const inLanguage = (path: string, language: Language): string => {
  if (language === FIRST_LANGUAGE) return path
  return path === '/' ? `/${language}` : `/${language}${path}`
}

/** @param args.cms origin of the CMS for browsers, without a trailing slash */
export const viewOf = (args: { language: Language; cms: string }): View => ({
  ...args,
  words: WORDS[args.language],
  href: (path) => inLanguage(path, args.language),
})
