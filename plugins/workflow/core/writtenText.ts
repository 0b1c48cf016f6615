import { hasWords, normalise } from '../../../lib/text/normalise.ts'

/** A text entered by a person, trimmed; empty when it contains no word. */
export const writtenText = (text: string | undefined): string => {
  const tidy = normalise(text ?? '')
  return hasWords(tidy) ? tidy : ''
}
