'use client'
import { useTranslation } from '@payloadcms/ui'
import { type ReviewTexts, reviewTexts } from '../../translations/review.ts'

/** The texts of the screen in the admin's language: English if chosen, otherwise Vietnamese. */
export const useReviewTexts = (): ReviewTexts =>
  useTranslation().i18n.language === 'en' ? reviewTexts.en : reviewTexts.vi
