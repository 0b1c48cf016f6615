import { fold } from './fold.ts'
import { normalise } from './normalise.ts'

/**
 * Creates a URL slug from a Vietnamese title: a–z, 0–9 and single hyphens, at most `max` characters, cut at a word
 * boundary where possible. Empty when the text has no Latin letter and no digit.
 */
export const slugOf = (text: string, max = 96): string => {
  const whole = fold(normalise(text))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (whole.length <= max) return whole
  const end = whole.lastIndexOf('-', max)
  return whole.slice(0, end > 0 ? end : max)
}
