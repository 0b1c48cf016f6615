import { foldedWords, markedText } from '../catalogue/searchText.ts'

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

/** Builds a lookup table for the glossary. Spellings that fold to the same text count once. */
export const glossaryOf = (words: SearchWords): Glossary => {
  const byWords = new Map<string, string[][]>()
  let longest = 0
  for (const set of words.synonyms) {
    const spellings = [...new Map(set.map((one) => [foldedWords(one).join(' '), foldedWords(one)])).values()]
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
