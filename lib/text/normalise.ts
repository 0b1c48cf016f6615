import { withFewMarks } from './fewMarks.ts'

const NO_BREAK_SPACES = /[\u00a0\u202f]/g
/**
 * Invisible characters: soft hyphen, zero-width space and joiners, directional marks and overrides (which can also make
 * a text read differently than it is stored), word joiner and similar, byte order mark, and blank letters.
 */
const INVISIBLE = /[\u00ad\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0]+/g
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Control characters and lone surrogates: they do not belong in text, and some parsers stop at them. */
const NO_TEXT = /(?![\t\n])[\p{Cc}\p{Cs}]/gu
const AT_EDGE = /[\s\u200b-\u200d]/
const BESIDE_KHMER_BEFORE = /[\u1780-\u17ff\u19e0-\u19ff]$/
const BESIDE_KHMER_AFTER = /^[\u1780-\u17ff\u19e0-\u19ff]/

const inner = (text: string): string =>
  withFewMarks(
    text
      .replace(LINE_BREAKS, '\n')
      .replace(NO_TEXT, '')
      .replace(NO_BREAK_SPACES, ' ')
      .replace(INVISIBLE, (run, at: number, whole: string) =>
        BESIDE_KHMER_BEFORE.test(whole.slice(Math.max(0, at - 1), at)) ||
        BESIDE_KHMER_AFTER.test(whole.slice(at + run.length, at + run.length + 1))
          ? run.replace(/[^\u200b-\u200d]/g, '')
          : '',
      ),
  ).normalize('NFC')

/** A loop, because a regular expression for trailing white space tries every run of white space in the text. */
const trimmed = (text: string): string => {
  let [start, end] = [0, text.length]
  while (start < end && AT_EDGE.test(text[start]!)) start += 1
  while (end > start && AT_EDGE.test(text[end - 1]!)) end -= 1
  return text.slice(start, end)
}

/** Any text that a person wrote is stable after three passes. */
const MOST_PASSES = 8

/**
 * Repeats until nothing changes, because NFC reorders combining marks and can separate a character from its letter. A
 * text crafted never to become stable loses the invisible characters that keep it changing.
 */
const untilStable = (text: string, pass: (text: string) => string): string => {
  let last = text
  for (let passes = 1; ; passes += 1) {
    const next = pass(last)
    if (next === last) return next
    last = passes % MOST_PASSES ? next : next.replace(INVISIBLE, '')
  }
}

/**
 * Normalises typed or pasted text for storage: NFC, no-break spaces to spaces, trimmed, line breaks as `\\n`, no
 * control or invisible characters. Khmer is written without spaces and marks word boundaries with U+200B, so
 * U+200B–U+200D are kept beside a Khmer letter. Idempotent; never throws.
 */
export const normalise = (text: string): string => untilStable(text, (typed) => trimmed(inner(trimmed(typed))))

/** Whether a text contains at least one letter or digit. The two invisible inherent vowels of Khmer do not count. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replace(/[\u17b4\u17b5]/g, ''))

/**
 * Like `normalise`, for a run within a text: spaces at its ends are kept, because they separate it from its neighbours.
 */
export const normaliseRun = (text: string): string => untilStable(text, inner)

/**
 * Normalises a printed document number (`84/KH-UBND`) or its symbol for comparison: as `normalise`, the look-alikes Ð
 * (U+00D0) and Ɖ (U+0189) as Đ (U+0110), any dash as a hyphen, no spaces. Case is kept, because `TTr` is a separate
 * type. Idempotent; never throws.
 */
export const normaliseNumber = (text: string): string =>
  normalise(text)
    .replace(/\s+/gu, '')
    .replace(/[\u00d0\u0189]/g, '\u0110')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
