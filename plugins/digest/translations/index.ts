import { en } from './en.ts'
import { km } from './km.ts'
import { type Messages, vi } from './vi.ts'
import { zh } from './zh.ts'

export type { Messages } from './vi.ts'

/** Languages that the pages and mails speak, the portal's own first. */
export const LANGUAGES: Record<string, Messages> = { vi, km, zh, en }
const DEFAULT = 'vi'

/**
 * What the digests say in a reader's language, or in Vietnamese where that language has no texts.
 *
 * @returns the texts and the language they are in, for `lang` attributes
 */
export const messagesFor = (locale: string): { messages: Messages; language: string } =>
  Object.hasOwn(LANGUAGES, locale)
    ? { messages: LANGUAGES[locale]!, language: locale }
    : { messages: LANGUAGES[DEFAULT]!, language: DEFAULT }
