/** Marker before a list item. */
export type Marker = { ordered: false } | { ordered: true; value: number } | { literal: string }

/** Glyphs of Word's symbol fonts, which look like letters in other fonts. */
const SYMBOL_FONT = /^[oØüvqnàè]$/u

/**
 * Interprets a printed marker: a symbol is a bullet and `3.` is a number. Anything else (`a)`, `Điều 4.`, `1.2.`,
 * `IV.`) is part of how the text is cited, so it stays in the text verbatim.
 */
export const markerOf = (printed: string): Marker => {
  const marker = printed.replace(/[\s\u00a0]+/gu, ' ').trim()
  const [, digits] = /^(\d{1,4})\.$/.exec(marker) ?? []
  if (digits) return { ordered: true, value: Number(digits) }
  return SYMBOL_FONT.test(marker) || !/[\p{L}\p{N}]/u.test(marker) ? { ordered: false } : { literal: marker }
}

const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

const roman = (value: number): string => {
  const [worth, letters] = ROMAN.find(([least]) => least <= value) ?? [0, '']
  return worth ? letters + roman(value - worth) : ''
}

const letters = (value: number): string =>
  value > 26 ? letters(Math.floor((value - 1) / 26)) + letters(((value - 1) % 26) + 1) : String.fromCharCode(96 + value)

/**
 * The marker that a browser renders before an item of a numbered list.
 *
 * @param style the list's `type` (`a`, `A`, `i`, `I`) or `list-style-type`; decimal for any other value
 * @param value number of the item, from 1 to 3,999; decimal outside this range
 */
export const printedMarker = (style: string, value: number): string => {
  const printable = value >= 1 && value <= 3999
  if (printable && /^(a|lower-(alpha|latin))$/.test(style)) return `${letters(value)}.`
  if (printable && /^(A|upper-(alpha|latin))$/.test(style)) return `${letters(value).toUpperCase()}.`
  if (printable && /^(i|lower-roman)$/.test(style)) return `${roman(value)}.`
  if (printable && /^(I|upper-roman)$/.test(style)) return `${roman(value).toUpperCase()}.`
  return `${value}.`
}
