import { foldedWords } from '../../../lib/text/words.ts'
import { markedText } from '../catalogue/searchText.ts'

/** Synonyms and stop words, as data. A word may stand in several sets. */
export interface SearchWords {
  /** Sets of synonyms: `['PBGDPL', 'phổ biến, giáo dục pháp luật']`, `['ly dị', 'ly hôn']`. */
  synonyms: string[][]
  /** Stop words: `của`, `cho`, `tôi muốn`. */
  stopWords: string[]
}

export interface Glossary {
  /**
   * The longest spelling that starts at a word: its length in words, and all its synonyms as folded words, the typed
   * one first.
   */
  at(words: readonly string[], index: number): { length: number; spellings: string[][] } | undefined
  /**
   * @param folded the folded word, its tokens joined by spaces
   * @param marked the word with its diacritics, or `undefined` if the query has none
   */
  isStopWord(folded: string, marked: string | undefined): boolean
}

const MOST_SPELLINGS = 8
/** Longer phrases have no letters that people type. */
const MOST_LETTERS = 10

/** Letters of phrases, by the phrase: `blgd` by `bao luc gia dinh`. */
const lettersOf = (sets: readonly string[][][]): Map<string, string> => {
  const letters = new Map<string, string>()
  for (const set of sets)
    for (const phrase of set) {
      const initials = phrase.map((word) => word.charAt(0)).join('')
      if (
        phrase.length > 1 &&
        phrase.length <= MOST_LETTERS &&
        set.some((other) => other.length === 1 && other[0] === initials)
      )
        letters.set(phrase.join(' '), initials)
    }
  return letters
}

/** The same phrase with letters for a part of it: `phong chong blgd` for `phong chong bao luc gia dinh`. */
const partlyInLetters = (phrase: readonly string[], letters: ReadonlyMap<string, string>): string[][] => {
  const found: string[][] = []
  for (let from = 0; from < phrase.length; from += 1)
    for (let to = from + 2; to <= Math.min(from + MOST_LETTERS, phrase.length); to += 1) {
      const short = to - from < phrase.length ? letters.get(phrase.slice(from, to).join(' ')) : undefined
      if (short) found.push([...phrase.slice(0, from), short, ...phrase.slice(to)])
      if (found.length === MOST_SPELLINGS) return found
    }
  return found
}

/** Builds a lookup table for the glossary. Spellings that fold to the same text count once. */
export const glossaryOf = (words: SearchWords): Glossary => {
  const byWords = new Map<string, string[][]>()
  let longest = 0
  const sets = words.synonyms.map((set) => set.map(foldedWords))
  const letters = lettersOf(sets)
  for (const set of sets) {
    const written = [...set, ...set.flatMap((phrase) => partlyInLetters(phrase, letters))]
    const spellings = [...new Map(written.map((one) => [one.join(' '), one])).values()]
    for (const spelling of spellings) {
      const key = spelling.join(' ')
      if (!key) continue
      longest = Math.max(longest, spelling.length)
      const others = [...(byWords.get(key)?.slice(1) ?? []), ...spellings.filter((other) => other !== spelling)]
      byWords.set(key, [spelling, ...others.filter((other) => other.length)].slice(0, MOST_SPELLINGS))
    }
  }
  const stops = words.stopWords.flatMap((one) => one.split(' '))
  const stopsFolded = new Set(stops.map((one) => foldedWords(one).join(' ')))
  const stopsMarked = new Set(stops.map(markedText))
  return {
    at: (typed, index) => {
      for (let length = Math.min(longest, typed.length - index); length > 0; length -= 1) {
        const spellings = byWords.get(typed.slice(index, index + length).join(' '))
        if (spellings) return { length, spellings }
      }
      return undefined
    },
    isStopWord: (folded, marked) => (marked === undefined ? stopsFolded.has(folded) : stopsMarked.has(marked)),
  }
}
