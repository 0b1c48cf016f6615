import { beginningOf } from '../../../lib/text/beginningOf.ts'
import type { Note } from './types.ts'

const LONGEST = 80
const MOST = 5

/** A piece of a page as the report quotes it, short enough for its line. Pure. */
export const quoted = (words: string): string => {
  const text = words
    .slice(0, LONGEST * 4)
    .replace(/\s+/g, ' ')
    .trim()
  return `“${text.length > LONGEST ? `${beginningOf(text, LONGEST)}…` : text}”`
}

/** Pieces of a page as the report lists them; of many the first ones. Pure. */
export const listed = (pieces: string[]): string =>
  pieces.slice(0, MOST).map(quoted).join(', ') + (pieces.length > MOST ? ', …' : '')

/** A sentence for the report. */
export const note = (vi: string, en: string): Note => ({ vi, en })
