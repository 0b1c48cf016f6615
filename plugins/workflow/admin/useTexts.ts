'use client'
import { useTranslation } from '@payloadcms/ui'
import { en } from '../translations/en.ts'
import { vi, type WorkflowTexts } from '../translations/vi.ts'

/** The workflow's texts in the language the person chose for the admin; Vietnamese unless that is English. */
export const useTexts = (): WorkflowTexts => (useTranslation().i18n.language === 'en' ? en : vi)
