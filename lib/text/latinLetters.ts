/** Cyrillic and Greek capitals that look like Latin ones, in the order of `LATIN`. */
const CYRILLIC = 'АВЕКМНОРСТХУІЅЈ'
const GREEK = 'ΑΒΕΚΜΝΟΡΤΧΥΙΖΗ'
const LATIN_OF_CYRILLIC = 'ABEKMHOPCTXYISJ'
const LATIN_OF_GREEK = 'ABEKMNOPTXYIZH'

const latin = new Map([
  ...Array.from(CYRILLIC, (letter, at): [string, string] => [letter, LATIN_OF_CYRILLIC[at]!]),
  ...Array.from(GREEK, (letter, at): [string, string] => [letter, LATIN_OF_GREEK[at]!]),
])
const DRAWN_ALIKE = new RegExp(`[${CYRILLIC}${GREEK}]`, 'g')

/**
 * Replaces look-alike capitals from a scanner or a foreign keyboard with Latin ones (`КН` for `KH`). Keeps every
 * offset.
 */
export const latinLetters = (text: string): string => text.replace(DRAWN_ALIKE, (letter) => latin.get(letter)!)
