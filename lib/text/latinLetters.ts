/** Capitals of the Cyrillic and the Greek alphabet that are drawn like Latin ones, in the order of `LATIN`. */
const CYRILLIC = 'АВЕКМНОРСТХУІЅЈ'
const GREEK = 'ΑΒΕΚΜΝΟΡΤΧΥΙΖΗ'
const LATIN_OF_CYRILLIC = 'ABEKMHOPCTXYISJ'
const LATIN_OF_GREEK = 'ABEKMNOPTXYIZH'

const latin = new Map([
  ...Array.from(CYRILLIC, (letter, at): [string, string] => [letter, LATIN_OF_CYRILLIC[at]!]),
  ...Array.from(GREEK, (letter, at): [string, string] => [letter, LATIN_OF_GREEK[at]!]),
])
const DRAWN_ALIKE = new RegExp(`[${CYRILLIC}${GREEK}]`, 'g')

/** Capitals that a scanner or a foreign keyboard put for the Latin ones they look like (`КН` for `KH`). Keeps places. */
export const latinLetters = (text: string): string => text.replace(DRAWN_ALIKE, (letter) => latin.get(letter)!)
