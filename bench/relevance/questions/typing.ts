const TELEX_TONES: Readonly<Record<string, string>> = {
  '\u0300': 'f',
  '\u0301': 's',
  '\u0303': 'x',
  '\u0309': 'r',
  '\u0323': 'j',
}
const TELEX_LETTERS: Readonly<Record<string, string>> = {
  ...{ ă: 'aw', â: 'aa', đ: 'dd', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw' },
}
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g

/** The keys that Telex takes for a text, as they stand when the input method is off: `phoor bieens`. */
export const telexOf = (text: string): string =>
  text
    .toLowerCase()
    .split(' ')
    .map((word) => {
      const parted = word.normalize('NFD')
      const tone = (parted.match(TONE) ?? []).map((mark) => TELEX_TONES[mark]).join('')
      const bare = parted.replace(TONE, '').normalize('NFC')
      return [...bare].map((letter) => TELEX_LETTERS[letter] ?? letter).join('') + tone
    })
    .join(' ')

/** Ways to miss a key inside a word; the first letter is right, as it mostly is. */
const SLIPS = [
  (word: string, at: number) => word.slice(0, at) + word.slice(at + 1),
  (word: string, at: number) => word.slice(0, at - 1) + word[at]! + word[at - 1]! + word.slice(at + 1),
  (word: string, at: number) => word.slice(0, at) + word[at]! + word.slice(at),
] as const

/** A text with one letter of one longer word missing, swapped with the one before, or typed twice. */
export const withSlip = (text: string, draw: (below: number) => number): string => {
  const words = text.split(' ')
  const longest = Math.max(...words.map((word) => word.length))
  const long = [...words.keys()].filter((index) => words[index]!.length >= Math.min(4, longest))
  const index = long[draw(long.length)]!
  const word = words[index]!
  const slip = SLIPS[draw(SLIPS.length)]!
  const at = 2 + draw(word.length - 2)
  return words.map((each, place) => (place === index ? slip(word, at) : each)).join(' ')
}

/** A text whose words stand in pairs, the last pair first. */
export const turnedAround = (text: string): string => {
  const words = text.split(' ')
  const pairs = Array.from({ length: Math.ceil(words.length / 2) }, (_, pair) => words.slice(pair * 2, pair * 2 + 2))
  return pairs.reverse().flat().join(' ')
}
