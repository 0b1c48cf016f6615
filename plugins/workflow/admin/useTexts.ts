'use client'
import { useTranslation } from '@payloadcms/ui'
import { en } from '../translations/en.ts'
import { vi, type WorkflowTexts } from '../translations/vi.ts'

/** The texts of the workflow in the admin's language: English if chosen, otherwise Vietnamese. */
export const useTexts = (): WorkflowTexts => (useTranslation().i18n.language === 'en' ? en : vi)
