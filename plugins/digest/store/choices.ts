import type { Payload } from 'payload'
import { settingsOf } from '../options.ts'
import type { Choice, Choices } from '../types.ts'

/** Content locales of the portal, the default first. */
export const localesOf = (payload: Payload): string[] => {
  const { localization } = payload.config
  if (!localization) return ['vi']
  const { defaultLocale, localeCodes } = localization
  return [defaultLocale, ...localeCodes.filter((code) => code !== defaultLocale)]
}

/** Name of a language in another language. */
export const languageName = (code: string, inLanguage: string): string =>
  new Intl.DisplayNames([inLanguage], { type: 'language' }).of(code) ?? code

/** All current choices, with labels in a language. */
export const choicesIn = async (payload: Payload, language: string): Promise<Choices> => {
  const offered = await settingsOf(payload.config).choices({ payload, locale: language })
  const languages = localesOf(payload).map((value): Choice => ({ value, label: languageName(value, language) }))
  return { ...offered, languages }
}
