import { en } from './en.ts'
import { km } from './km.ts'
import { type Messages, vi } from './vi.ts'
import { zh } from './zh.ts'

export type { Messages } from './vi.ts'

/** Languages of pages and mails, the portal's own first. */
export const LANGUAGES: Record<string, Messages> = { vi, km, zh, en }
const DEFAULT = 'vi'

/**
 * Texts in the reader's language, or in Vietnamese if there are none.
 *
 * @returns the texts and their language, for `lang` attributes
 */
export const messagesFor = (locale: string): { messages: Messages; language: string } =>
  Object.hasOwn(LANGUAGES, locale)
    ? { messages: LANGUAGES[locale]!, language: locale }
    : { messages: LANGUAGES[DEFAULT]!, language: DEFAULT }
