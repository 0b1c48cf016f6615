'use client'
import { useTranslation } from '@payloadcms/ui'
import { ownLanguage } from '../../../../lib/text/languages.ts'
import { type TrailTexts, trailTexts } from '../../translations/trail.ts'

/** The texts of the reading room in the admin's language: Vietnamese if chosen, otherwise English. */
export const useTrailTexts = (): TrailTexts => trailTexts[ownLanguage(useTranslation().i18n.language)]
