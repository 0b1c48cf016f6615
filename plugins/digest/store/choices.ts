import type { Payload } from 'payload'
import { settingsOf } from '../options.ts'
import type { Choice, Choices } from '../types.ts'

/** Content languages of the portal, the default one first. */
export const localesOf = (payload: Payload): string[] => {
  const { localization } = payload.config
  if (!localization) return ['vi']
  const { defaultLocale, localeCodes } = localization
  return [defaultLocale, ...localeCodes.filter((code) => code !== defaultLocale)]
}

/** Name of a language in a language. */
export const languageName = (code: string, inLanguage: string): string =>
  new Intl.DisplayNames([inLanguage], { type: 'language' }).of(code) ?? code

/** Everything that can be chosen now, with labels in a language. */
export const choicesIn = async (payload: Payload, language: string): Promise<Choices> => {
  const offered = await settingsOf(payload.config).choices({ payload, locale: language })
  const languages = localesOf(payload).map((value): Choice => ({ value, label: languageName(value, language) }))
  return { ...offered, languages }
}
