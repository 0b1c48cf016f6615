'use client'
import { useTranslation } from '@payloadcms/ui'
import { ownLanguage } from '../../../../lib/text/languages.ts'
import { type ReviewTexts, reviewTexts } from '../../translations/review.ts'

/** The texts of the screen in the admin's language: Vietnamese if chosen, otherwise English. */
export const useReviewTexts = (): ReviewTexts => reviewTexts[ownLanguage(useTranslation().i18n.language)]
