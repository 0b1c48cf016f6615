import { withFewMarks } from './fewMarks.ts'

const NO_BREAK_SPACES = /[\u00a0\u202f]/g
/**
 * What nobody sees: soft hyphen, zero-width space and joiners, marks and overrides of direction (which can also make a
 * text read otherwise than it is), word joiner and its kin, byte order mark, and the letters that are drawn as nothing.
 */
const INVISIBLE = /[\u00ad\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0]+/g
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Characters that steer machines and halves of characters: no text has them, and some readers stop at them. */
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

/** A loop, since an expression that looks for white space at the end tries every run of it in the text. */
const trimmed = (text: string): string => {
  let [start, end] = [0, text.length]
  while (start < end && AT_EDGE.test(text[start]!)) start += 1
  while (end > start && AT_EDGE.test(text[end - 1]!)) end -= 1
  return text.slice(start, end)
}

/** Any text that a person wrote is untilStable after three. */
const MOST_PASSES = 8

/**
 * Again and again until nothing changes: NFC sorts combining marks, which can part a character from its letter. What
 * was made to change for ever loses the invisible characters that keep it going.
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
 * The form in which text that people type or paste is stored: NFC, no-break spaces as spaces, no white space at either
 * end, every line break `\\n`, no control characters, no invisible ones. Khmer is written without spaces and marks its words' ends with U+200B, so U+200B–U+200D
 * stay where they touch a Khmer letter. Idempotent; never throws.
 */
export const normalise = (text: string): string => untilStable(text, (typed) => trimmed(inner(trimmed(typed))))

/** Whether a text says anything: one letter or figure at least. Khmer's two vowels that are drawn as nothing are none. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replace(/[\u17b4\u17b5]/g, ''))

/** As `normalise`, for a run of words within a text, whose spaces at either end part it from its neighbours. */
export const normaliseRun = (text: string): string => untilStable(text, inner)

/**
 * A printed document number (`84/KH-UBND`) or its symbol in the form in which two of them are compared: as `normalise`,
 * the look-alikes Ð (U+00D0) and Ɖ (U+0189) as Đ (U+0110), any dash as a hyphen, no spaces. Case is kept: `TTr` is a
 * type of its own. Idempotent; never throws.
 */
export const normaliseNumber = (text: string): string =>
  normalise(text)
    .replace(/\s+/gu, '')
    .replace(/[\u00d0\u0189]/g, '\u0110')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
