/** Widest line of a text that a program wrapped; a paragraph kept on one line is longer. */
const WIDEST = 132
/** So many lines must go on in the next one, or the text was not wrapped. */
const EVIDENCE = 5

const BEGINS = /^\s*(?:[•·●▪◦*+–—-]\s|\d+[.)]\s|[a-zđ]\)\s|URL\b)/iu
const firstWord = (line: string): string => line.trim().split(/\s/, 1)[0] ?? ''

/** Whether a line ended only because the first word of the next did not fit in. */
const goesOn = (line: string, next: string, width: number): boolean =>
  line.trim() !== '' && next.trim() !== '' && !BEGINS.test(next) && line.length + 1 + firstWord(next).length > width

/**
 * Puts the paragraphs of a text together again that a program wrapped at a width, as mails and consoles do. A text that
 * was not wrapped comes back as it is: its paragraphs are longer than a wrapped line, or its lines do not go on in
 * small letters. Pure.
 */
export const unwrap = (text: string): string => {
  const lines = text.split('\n').map((line) => line.trimEnd())
  // Spread arguments would overflow the stack for a file of very many lines.
  const width = lines.reduce((widest, { length }) => Math.max(widest, length), 0)
  if (width > WIDEST) return text
  const breaks = lines.flatMap((line, at) => (goesOn(line, lines[at + 1] ?? '', width) ? [at] : []))
  const inWords = breaks.filter((at) => /^\s*\p{Ll}/u.test(lines[at + 1]!)).length
  if (inWords < EVIDENCE || inWords * 2 < breaks.length) return text
  const joined = new Set(breaks)
  return lines.reduce((whole, line, at) => {
    if (at === 0) return line
    return joined.has(at - 1) ? `${whole} ${line.trim()}` : `${whole}\n${line}`
  }, '')
}
