const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const MARKS = new Set(TONES.slice(1))
/** First character of the keys: everything that sorts before letters keeps its own code, letters come after it. */
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
/** Characters met before: titles are made of some two hundred. */
const places = new Map<string, Place>()

const placeOf = (character: string): Place => {
  const known = places.get(character)
  if (known) return known
  const place = worked(character)
  if (places.size < MOST_CHARACTERS) places.set(character, place)
  return place
}

/**
 * A key by which plain comparison of bytes gives Vietnamese alphabetical order: letters first (a ă â b c d đ …), tones
 * decide between equal letters (ngang huyền hỏi ngã sắc nặng), capitals between equal tones. `Intl.Collator` knows the
 * order but gives no keys, and a database file cannot call it.
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
