import type { Sql } from '../catalogue/sql.ts'
import type { Part } from './question.ts'
import { fromTelex, meantBy } from './spelling.ts'

/** A term with its weight: the rarer the term, the higher the weight. */
export interface Weighed extends Part {
  weight: number
  /** Weight of the word with its diacritics, which is rarer than the folded one: `bão` versus `bao`. */
  markedWeight: number
  /** Words that are meant by one that no document holds, the likeliest first. */
  corrected?: string[]
  /** Whether terms that were typed before it are left out. */
  afterGap?: boolean
}

const MOST_GUESSES = 3
/** Maximum number of terms of a search. */
export const MOST_ASKED = 12

/** Frequencies that are kept; a robot that asks nonsense fills no more. */
const MOST_WORDS = 100_000

/** Document frequency of each word; cached until the catalogue changes. */
export type Frequencies = Map<string, number>

/** Document frequency of a word. */
export const frequencyOf = (sql: Sql, known: Frequencies, word: string): number => {
  let count = known.get(word)
  if (count === undefined) {
    count = sql.get<{ doc: number }>('SELECT doc FROM vocabulary WHERE term = ?', word)?.doc ?? 0
    if (known.size >= MOST_WORDS) known.clear()
    known.set(word, count)
  }
  return count
}

/** Assigns a weight to every term, and adds likely spellings to terms that match nothing. */
export const weigh = (sql: Sql, parts: readonly Part[], known: Frequencies, documents: number): Weighed[] => {
  const rarity = (words: readonly string[]) =>
    words.reduce((sum, word) => {
      const held = frequencyOf(sql, known, word)
      return sum + Math.log(1 + (documents - Math.min(held, documents) + 0.5) / (held + 0.5)) + 0.1
    }, 0)
  let guesses = 0
  return parts.map((part) => {
    const [typed = []] = part.spellings
    const isUnknown = typed.length === 1 && frequencyOf(sql, known, typed[0]!) === 0
    const telex = isUnknown ? fromTelex(typed[0]!) : ''
    const isTelex = telex.length > 1 && frequencyOf(sql, known, telex) > 0
    const isGuessed = isUnknown && !isTelex && guesses < MOST_GUESSES
    if (isGuessed) guesses += 1
    const meant = isTelex
      ? [[telex]]
      : isGuessed
        ? meantBy(sql, typed[0]!, (word) => frequencyOf(sql, known, word))
        : []
    const spellings = [...part.spellings, ...meant]
    // Letters are one word: a typed phrase weighs as much as its words do, not as the letters.
    const comparable = typed.length > 1 ? spellings.filter((words) => words.length > 1) : spellings
    const weight = Math.min(...comparable.map((words) => rarity(words) / (isUnknown ? 2 : 1)))
    const isMarkedHeld = part.marked?.every((word) => frequencyOf(sql, known, word) > 0)
    // Compared with the same words: an abbreviation is not a phrase that became rarer by its marks.
    const markedWeight = isMarkedHeld ? weight * Math.max(1, rarity(part.marked!) / rarity(typed)) : weight
    const strength = part.weak ? 0.1 : 1
    const corrected = meant.flatMap((words) => (words.length === 1 ? words : []))
    return {
      ...part,
      spellings,
      ...(corrected.length ? { corrected } : {}),
      weight: weight * strength,
      markedWeight: markedWeight * strength,
      // An existing word is complete: `luật gia` does not mean `luật giao thông`.
      unfinished: part.unfinished && isUnknown,
    }
  })
}

/**
 * The terms that tell documents apart best, in the order in which they were typed: all of an ordinary query, the rarest
 * of a whole title. The rest would cost time and change little.
 */
export const mostTelling = (parts: readonly Weighed[]): Weighed[] => {
  if (parts.length <= MOST_ASKED) return [...parts]
  const kept = new Set([...parts].sort((a, b) => b.weight - a.weight).slice(0, MOST_ASKED))
  return parts.flatMap((part, index) => {
    if (!kept.has(part)) return []
    const isAfterGap = index > 0 && !kept.has(parts[index - 1]!)
    return [isAfterGap ? { ...part, afterGap: true } : part]
  })
}
