/** Character sets in which lists are read. */
export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252'

/** Bytes at the start of a file that are looked at. */
export const SAMPLE_BYTES = 64 * 1024

/** Combining marks of windows-1258 (grave, hook, tilde, acute, dot below) after a vowel; Western texts have none. */
const VIETNAMESE_MARKS = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2])
/** Letters before such a mark: a, e, i, o, u, y and those of windows-1258 with a sign of their own. */
const VOWELS = new Set(
  [...'aeiouyAEIOUY'].map((letter) => letter.charCodeAt(0)).concat(0xe2, 0xe3, 0xea, 0xf4, 0xf5, 0xfd),
)

const isUtf8 = (sample: Uint8Array): boolean => {
  try {
    // A character cut in two at the end of the sample is no fault.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    return false
  }
}

const zeros = (sample: Uint8Array, parity: 0 | 1): number => {
  let found = 0
  for (let at = parity; at < sample.length; at += 2) if (sample[at] === 0) found += 1
  return found
}

/**
 * The character set of a table, from its first bytes: by its mark, else UTF-16 by its zeros, else UTF-8 when it is
 * valid, else Vietnamese (windows-1258) or Western (windows-1252, which Latin-1 is a part of). Addresses are the same in all but UTF-16.
 */
export const charsetOf = (sample: Uint8Array): Charset => {
  const [first, second] = sample
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const many = sample.length / 8
  if (zeros(sample, 1) > many) return 'utf-16le'
  if (zeros(sample, 0) > many) return 'utf-16be'
  if (isUtf8(sample)) return 'utf-8'
  let marks = 0
  for (let at = 1; at < sample.length; at += 1)
    if (VIETNAMESE_MARKS.has(sample[at]!) && VOWELS.has(sample[at - 1]!)) marks += 1
  return marks > 0 ? 'windows-1258' : 'windows-1252'
}

const DELIMITERS = [',', ';', '\t', '|'] as const

/** What separates the cells of a table: the sign that its first line holds most often outside of quotes. */
export const delimiterOf = (text: string): string => {
  const counts = new Map<string, number>(DELIMITERS.map((sign) => [sign, 0]))
  let quoted = false
  for (const sign of text) {
    if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === '\n' || sign === '\r')) break
    else if (!quoted && counts.has(sign)) counts.set(sign, counts.get(sign)! + 1)
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}
