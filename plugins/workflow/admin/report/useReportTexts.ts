'use client'
import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { type ReportTexts, reportTexts } from '../../translations/report.ts'

/** The texts of the report in the admin's language: English if chosen, otherwise Vietnamese. */
export const useReportTexts = (): ReportTexts =>
  useTranslation().i18n.language === 'en' ? reportTexts.en : reportTexts.vi

/** Returns how numbers and days are written in the admin's language. */
export const useFigures = () => {
  const says = useReportTexts()
  const language = useTranslation().i18n.language === 'en' ? 'en' : 'vi'
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
