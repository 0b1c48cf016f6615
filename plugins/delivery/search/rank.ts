import { numberPart } from '../catalogue/searchText.ts'
import type { Question } from './question.ts'
import type { Found } from './retrieve.ts'
import type { Weighed } from './weigh.ts'
import {
  APART,
  COUNTED,
  ELSEWHERE,
  FIT,
  IN_LEAD,
  IN_LETTERS,
  IN_NUMBER,
  IN_OTHER_WORDS,
  IN_TITLE,
  NEXT_TO_EACH_OTHER,
  NUMBERED,
  SHARE_OF_TITLE,
  WITH_ITS_MARKS,
  WITH_OTHER_MARKS,
} from './weights.ts'

/** A candidate document for ranking. */
export type Candidate = Found & CandidateTexts

/** What a document is ranked by, as stored. */
export interface TextRow {
  /** Folded titles, one line per locale. */
  title: string
  /** Titles with their diacritics. */
  exact: string
  number: string
  lead: string
  date: string
  document: string
}

/** The same in words. */
export interface CandidateTexts {
  titles: { words: string[]; exact: string[] }[]
  numbers: string[]
  lead: string[]
  date: string
  document: string
}

const MOST_WORDS = 100_000
/** One copy of each word: the same few thousand stand in all titles. */
const words = new Map<string, string>()
const wordsOf = (text: string): string[] =>
  text.split(' ').map((word) => {
    const known = words.get(word)
    if (known !== undefined) return known
    if (words.size < MOST_WORDS) words.set(word, word)
    return word
  })

/** Takes the texts of a document apart. */
export const readTexts = ({ title, exact, number, lead, date, document }: TextRow): CandidateTexts => {
  const marked = exact.split('\n')
  return {
    titles: title.split('\n').map((one, index) => ({ words: wordsOf(one), exact: wordsOf(marked[index] ?? '') })),
    numbers: wordsOf(number),
    lead: wordsOf(lead),
    date,
    document,
  }
}

export interface Ranked {
  id: number
  score: number
  /** Whether the title alone holds every term but stop words. */
  inTitle: boolean
}

/** Position of a term in a sequence of words. */
interface Place {
  at: number
  length: number
  /** How much of the term matches there, from 0 to 1. */
  share: number
  /** How many words in a row match there. Letters in place of a phrase count as many as the phrase. */
  run: number
}

const standsAt = (words: readonly string[], phrase: readonly string[], at: number, unfinished: boolean) =>
  phrase.every((word, index) =>
    unfinished && index === phrase.length - 1
      ? (words[at + index]?.startsWith(word) ?? false)
      : words[at + index] === word,
  )

/** All positions of a term in the first spelling that matches. If none does, the first position of any of its words. */
const placesOf = (words: readonly string[], part: Weighed): Place[] => {
  const [typed = []] = part.spellings
  for (const [index, phrase] of part.spellings.entries()) {
    const places: Place[] = []
    const isOpen = part.unfinished && phrase.length === 1
    const from = (start: number): number =>
      isOpen
        ? words.findIndex((word, at) => at >= start && word.startsWith(phrase[0]!))
        : words.indexOf(phrase[0]!, start)
    const isLetters = (phrase.length === 1) !== (typed.length === 1)
    const share = index === 0 ? 1 : isLetters ? IN_LETTERS : IN_OTHER_WORDS
    const run = isLetters ? Math.max(phrase.length, typed.length) : phrase.length
    for (let at = from(0); at >= 0; at = from(at + 1))
      if (standsAt(words, phrase, at, part.unfinished)) places.push({ at, length: phrase.length, share, run })
    if (places.length) return places
  }
  if (!part.apart) return []
  const there = typed.filter((word) => words.includes(word))
  const share = (there.length / typed.length) * APART
  return there.length ? [{ at: words.indexOf(there[0]!), length: 1, share, run: 1 }] : []
}

const isEntire = ({ share }: Place): boolean => share > APART

/** Whether a later position starts where an earlier one ends. Single words of a term say nothing about its place. */
const follows = (earlier: readonly Place[], later: readonly Place[]): boolean =>
  earlier.some((one) => isEntire(one) && later.some((next) => one.at + one.length === next.at && isEntire(next)))

const FIGURES = /^\d/

/** How many of the words of a term stand in a title as they were typed, from 0 to 1. */
const sharedMarks = ({ spellings, marked, unfinished }: Weighed, exact: readonly string[]): number => {
  const typed = marked ?? spellings[0]!
  if (FIGURES.test(typed[0]!)) return 0
  if (exact.some((_, at) => standsAt(exact, typed, at, unfinished))) return 1
  return typed.length > 1 && marked ? typed.filter((word) => exact.includes(word)).length / typed.length : 0
}

/** Scores one title against the terms: which match, how much of them, adjacent or not, and with which diacritics. */
const weighTitle = (
  parts: readonly Weighed[],
  words: readonly string[],
  exact: readonly string[],
  typesMarks: boolean,
) => {
  const places = parts.map((part) => placesOf(words, part))
  let score = 0
  let covered = 0
  let inFull = words.length
  for (const [index, part] of parts.entries()) {
    const [place] = places[index]!
    if (!place) continue
    score += part.weight * place.share * IN_TITLE
    covered += place.run
    inFull += place.run - place.length
    // The words of a phrase score like adjacent words typed separately.
    score += part.weight * place.share * ((place.run - 1) / place.run) * NEXT_TO_EACH_OTHER
    if (typesMarks && isEntire(place)) {
      // Readers often omit diacritics; treat a word typed without them as the same word. A synonym has marks of its own.
      const same = place.share < 1 ? 1 : sharedMarks(part, exact)
      score += same * (part.markedWeight * (1 + WITH_ITS_MARKS) - part.weight) * place.share * IN_TITLE
      if (part.marked) score += (1 - same) * part.weight * WITH_OTHER_MARKS * IN_TITLE
    }
    if (index > 0 && !part.afterGap && follows(places[index - 1]!, places[index]!))
      score += ((part.weight + parts[index - 1]!.weight) / 2) * NEXT_TO_EACH_OTHER
  }
  return { score, share: Math.min(1, covered / inFull), places }
}

/** Whether a printed number has the typed type and starts with the typed figures. */
const isCounted = (numbers: readonly string[], counted: Question['counted']): boolean =>
  counted !== undefined && numberPart(numbers[0] ?? '') === counted.figures && numbers.includes(counted.code)

/**
 * Ranks documents: a matching printed number first, then matches in the title, adjacent and with the same diacritics.
 * Equal scores are sorted by date, newest first, then by key. A title that matches every term scores about 1.
 */
export const rank = (
  parts: readonly Weighed[],
  candidates: readonly Candidate[],
  { counted, typesMarks }: Pick<Question, 'counted' | 'typesMarks'>,
): Ranked[] => {
  const total = parts.reduce((sum, part) => sum + part.weight, 0) || 1
  const bestFit = candidates.reduce((best, one) => Math.max(best, one.fit), 0) || 1
  const scored = candidates.map((one) => {
    const { numbers, lead } = one
    const titles = one.titles.map(({ words, exact }) => {
      const weighed = weighTitle(parts, words, exact, typesMarks)
      return { ...weighed, score: weighed.score + weighed.share * total * SHARE_OF_TITLE }
    })
    const best = titles.reduce((a, b) => (b.score > a.score ? b : a))
    let score = best.score
    for (const [index, part] of parts.entries()) {
      const [place] = best.places[index]!
      if (place && isEntire(place)) continue
      // What single words of a term add in the title, the whole term adds elsewhere if that is more.
      const already = place ? place.share * IN_TITLE : 0
      const elsewhere = placesOf(numbers, part).length
        ? IN_NUMBER
        : placesOf(lead, part).length
          ? IN_LEAD
          : one.whole && !place
            ? ELSEWHERE
            : 0
      score += part.weight * Math.max(0, elsewhere - already)
    }
    score =
      score / total + (one.fit / bestFit) * FIT + (one.numbered ? NUMBERED : isCounted(numbers, counted) ? COUNTED : 0)
    const inTitle = parts.every((part, index) => part.weak || best.places[index]!.length > 0)
    return { id: one.id, score, inTitle, date: one.date, document: one.document }
  })
  return scored
    .sort(
      (a, b) => b.score - a.score || (a.date < b.date ? 1 : a.date > b.date ? -1 : a.document < b.document ? -1 : 1),
    )
    .map(({ id, score, inTitle }) => ({ id, score, inTitle }))
}
