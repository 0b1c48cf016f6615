import { vi } from './vi.ts'

export type Messages = typeof vi

const LANGUAGES: Record<string, Messages> = { vi }
const DEFAULT = 'vi'

/**
 * What the digests say in a reader's language, or in Vietnamese where that language has no texts yet.
 *
 * @returns the texts and the language they are in, for `lang` attributes
 */
export const messagesFor = (locale: string): { messages: Messages; language: string } => {
  const found = LANGUAGES[locale]
  return found ? { messages: found, language: locale } : { messages: LANGUAGES[DEFAULT]!, language: DEFAULT }
}
