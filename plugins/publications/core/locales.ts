import type { Config, SanitizedConfig } from 'payload'

type Languages = Pick<Config | SanitizedConfig, 'localization' | 'i18n'>

/** The language that is no translation: the default locale; of contents in one language only, that of the admin. */
export const defaultLocale = ({ localization, i18n }: Languages): string =>
  (localization ? localization.defaultLocale : i18n?.fallbackLanguage) ?? 'en'

/** Content locales, the default first. */
export const contentLocales = (config: SanitizedConfig): string[] => {
  const first = defaultLocale(config)
  const { localization } = config
  return localization ? [first, ...localization.localeCodes.filter((code) => code !== first)] : [first]
}
