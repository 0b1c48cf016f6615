import { en } from './en.ts'
import { km } from './km.ts'
import { type Messages, vi } from './vi.ts'
import { zh } from './zh.ts'

export type { Messages } from './vi.ts'

/** Languages in which there are pages and mails. */
export const LANGUAGES: Record<string, Messages> = { vi, km, zh, en }

/**
 * Texts in the reader's language, or in English if there are none.
 *
 * @returns the texts and their language, for `lang` attributes
 */
export const messagesFor = (locale: string): { messages: Messages; language: string } =>
  Object.hasOwn(LANGUAGES, locale)
    ? { messages: LANGUAGES[locale]!, language: locale }
    : { messages: en, language: 'en' }
