const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const MARKS = new Set(TONES.slice(1))
/** First code of a letter in a sort key. Characters that sort before letters keep their own code. */
const LETTER_BASE = 0x100
const OTHER_BASE = 0x200

interface Place {
  letter: string
  tone: string
  capital: string
}

const rankOf = new Map(Array.from(LETTERS, (letter, index) => [letter, String.fromCharCode(LETTER_BASE + index)]))

const worked = (character: string): Place => {
  const lower = character.toLowerCase()
  let tone = 0
  let base = ''
  for (const part of lower.normalize('NFD'))
    if (MARKS.has(part)) tone = TONES.indexOf(part)
    else base += part
  base = base.normalize('NFC')
  const code = base.codePointAt(0) ?? 0
  return {
    letter: rankOf.get(base) ?? (code < 0x80 ? base : `${String.fromCharCode(OTHER_BASE)}${base}`),
    tone: String(tone),
    capital: lower === character ? '0' : '1',
  }
}

const MOST_CHARACTERS = 2_000
/** Cache: titles use about two hundred distinct characters. */
const places = new Map<string, Place>()

const placeOf = (character: string): Place => {
  const known = places.get(character)
  if (known) return known
  const place = worked(character)
  if (places.size < MOST_CHARACTERS) places.set(character, place)
  return place
}

/**
 * Sort key whose byte order is the Vietnamese alphabetical order: first by letter (a ă â b c d đ …), then by tone
 * (ngang huyền hỏi ngã sắc nặng), then by case. `Intl.Collator` knows the order but does not produce keys, and SQLite
 * cannot call it.
 */
export const titleKey = (title: string): string => {
  let letters = ''
  let tones = ''
  let capitals = ''
  for (const character of title.trim().normalize('NFC')) {
    const { letter, tone, capital } = placeOf(character)
    letters += letter
    tones += tone
    capitals += capital
  }
  return `${letters}\u0001${tones}\u0001${capitals}`
}
