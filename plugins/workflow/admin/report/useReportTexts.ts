'use client'
import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { ownLanguage } from '../../../../lib/text/languages.ts'
import { type ReportTexts, reportTexts } from '../../translations/report.ts'

/** The texts of the report in the admin's language: Vietnamese if chosen, otherwise English. */
export const useReportTexts = (): ReportTexts => reportTexts[ownLanguage(useTranslation().i18n.language)]

/** Returns how numbers and days are written in the admin's language. */
export const useFigures = () => {
  const says = useReportTexts()
  const language = ownLanguage(useTranslation().i18n.language)
  return {
    count: (value: number) => value.toLocaleString(language),
    hours: (value: number) => says.hours(value.toLocaleString(language)),
    /** `YYYY-MM-DD` as people write it. */
    day: (iso: string) => iso.split('-').reverse().join('/'),
  }
}

/** Returns what a collection is called, many of its documents or one of them. */
export const useCollectionName = () => {
  const { i18n } = useTranslation()
  const { getEntityConfig } = useConfig()
  return (slug: string, number: 'plural' | 'singular' = 'plural'): string => {
    const label = getEntityConfig({ collectionSlug: slug })?.labels?.[number]
    return label ? getTranslation(label, i18n) : slug
  }
}
