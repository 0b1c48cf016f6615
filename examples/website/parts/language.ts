import { isLanguage, type Language } from '../words/index.ts'

/** Letters that Vietnamese has and English has not. */
const VIETNAMESE = /[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9àáãèéìíòóõùúýÀÁÃÈÉÌÍÒÓÕÙÚÝ]/

/**
 * The language of a label of which the API does not tell it (names of reference data, which fall back to Vietnamese), by
 * its letters.
 *
 * @returns a value for `lang`, or `undefined` when the label is in the language of the page
 */
export const otherLanguage = (text: string, language: Language): Language | undefined => {
  const isOwn = {
    vi: true,
    km: /\p{Script=Khmer}/u.test(text),
    zh: /\p{Script=Han}/u.test(text),
    en: !VIETNAMESE.test(text),
  }[language]
  return isOwn || !/\p{L}/u.test(text) ? undefined : 'vi'
}

/** `lang` for a text in a language, on a page in another; `undefined` where they are the same. */
export const langOf = (locale: string, language: Language): string | undefined =>
  locale === language || !isLanguage(locale) ? undefined : locale
