import { type JsonObject, localise } from '../../publications/index.ts'
import type { DeliveryContext } from './context.ts'

/** One of several texts in a language, or else in Vietnamese. */
export const inLanguage = (texts: Record<string, string>, locale: string): string =>
  texts[locale] ?? texts.vi ?? Object.values(texts)[0] ?? ''

/** What editors recorded of the portal, in a language or else in the default one. */
export const recorded = (locale: string, context: Pick<DeliveryContext, 'catalogue' | 'site' | 'defaultLocale'>) => {
  const { catalogue, site, defaultLocale } = context
  const fields = site.recorded === undefined ? undefined : catalogue.terms.get(site.recorded, site.recorded)
  return (fields ? localise(fields, locale, defaultLocale) : {}) as JsonObject
}

/** A fact that editors recorded, in a language or else in the default one. */
export const recordedFact = (name: string, locale: string, context: DeliveryContext): string | undefined => {
  const value = recorded(locale, context)[name]
  return typeof value === 'string' && value ? value : undefined
}

/** Name of the portal as editors recorded it, or else as configured. */
export const portalName = (locale: string, context: DeliveryContext): string =>
  recordedFact('name', locale, context) ?? inLanguage(context.site.name, locale)
