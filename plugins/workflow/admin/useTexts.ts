'use client'
import { useTranslation } from '@payloadcms/ui'
import { ownLanguage } from '../../../lib/text/languages.ts'
import { en } from '../translations/en.ts'
import { vi, type WorkflowTexts } from '../translations/vi.ts'

/** The texts of the workflow in the admin's language: Vietnamese if chosen, otherwise English. */
export const useTexts = (): WorkflowTexts => ({ vi, en })[ownLanguage(useTranslation().i18n.language)]
