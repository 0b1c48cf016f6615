import { numberPart } from '../catalogue/searchText.ts'
import type { Question } from './question.ts'
import type { Found, Weighed } from './retrieve.ts'
import {
  COUNTED,
  ELSEWHERE,
  FIT,
  IN_LEAD,
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
export interface Candidate extends Found {
  /** Folded titles, one line per locale. */
  title: string
  /** Titles with their diacritics. */
  exact: string
  number: string
  lead: string
  date: string
  document: string
}

export interface Ranked {
  id: number
  score: number
}

/** Position of a term in a sequence of words. */
interface Place {
  at: number
  length: number
  /** How much of the term matches there, from 0 to 1. */
  share: number
}

const standsAt = (words: readonly string[], phrase: readonly string[], at: number, unfinished: boolean) =>
  phrase.every((word, index) =>
    unfinished && index === phrase.length - 1
      ? (words[at + index]?.startsWith(word) ?? false)
      : words[at + index] === word,
  )

/** All positions of a term in the first spelling that matches. If none does, the first position of any of its words. */
const placesOf = (words: readonly string[], part: Weighed): Place[] => {
  for (const [index, phrase] of part.spellings.entries()) {
    const places: Place[] = []
    const isOpen = part.unfinished && phrase.length === 1
    const from = (start: number): number =>
      isOpen
        ? words.findIndex((word, at) => at >= start && word.startsWith(phrase[0]!))
        : words.indexOf(phrase[0]!, start)
    for (let at = from(0); at >= 0; at = from(at + 1))
      if (standsAt(words, phrase, at, part.unfinished))
        places.push({ at, length: phrase.length, share: index === 0 ? 1 : IN_OTHER_WORDS })
    if (places.length) return places
  }
  const [typed = []] = part.spellings
  if (!part.apart) return []
  const there = typed.filter((word) => words.includes(word))
  return there.length ? [{ at: words.indexOf(there[0]!), length: 1, share: (there.length / typed.length) * 0.8 }] : []
}

/** Whether a later position starts where an earlier one ends. */
const follows = (earlier: readonly Place[], later: readonly Place[]): boolean =>
  earlier.some((one) => later.some((next) => one.at + one.length === next.at))

const FIGURES = /^\d/

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
  for (const [index, part] of parts.entries()) {
    const [place] = places[index]!
    if (!place) continue
    score += part.weight * place.share * IN_TITLE
    covered += place.length
    // The words of a phrase score like adjacent words typed separately.
    score += part.weight * place.share * ((place.length - 1) / place.length) * NEXT_TO_EACH_OTHER
    if (typesMarks && place.share === 1) {
      const { marked, unfinished } = part
      const typed = marked ?? part.spellings[0]!
      const same = !FIGURES.test(typed[0]!) && exact.some((_, at) => standsAt(exact, typed, at, unfinished))
      // Readers often omit diacritics; treat a word typed without them as the same word.
      if (same) score += (part.markedWeight * (1 + WITH_ITS_MARKS) - part.weight) * IN_TITLE
      else if (marked) score += part.weight * WITH_OTHER_MARKS * IN_TITLE
    }
    if (index > 0 && follows(places[index - 1]!, places[index]!))
      score += ((part.weight + parts[index - 1]!.weight) / 2) * NEXT_TO_EACH_OTHER
  }
  return { score, share: words.length ? Math.min(1, covered / words.length) : 0, places }
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
    const exact = one.exact.split('\n')
    const numbers = one.number.split(' ')
    const lead = one.lead.split(' ')
    const titles = one.title.split('\n').map((title, index) => {
      const weighed = weighTitle(parts, title.split(' '), (exact[index] ?? '').split(' '), typesMarks)
      return { ...weighed, score: weighed.score + weighed.share * total * SHARE_OF_TITLE }
    })
    const best = titles.reduce((a, b) => (b.score > a.score ? b : a))
    let score = best.score
    for (const [index, part] of parts.entries()) {
      if (best.places[index]!.length) continue
      if (placesOf(numbers, part).length) score += part.weight * IN_NUMBER
      else if (placesOf(lead, part).length) score += part.weight * IN_LEAD
      else if (one.whole) score += part.weight * ELSEWHERE
    }
    score =
      score / total + (one.fit / bestFit) * FIT + (one.numbered ? NUMBERED : isCounted(numbers, counted) ? COUNTED : 0)
    return { id: one.id, score, date: one.date, document: one.document }
  })
  return scored
    .sort(
      (a, b) => b.score - a.score || (a.date < b.date ? 1 : a.date > b.date ? -1 : a.document < b.document ? -1 : 1),
    )
    .map(({ id, score }) => ({ id, score }))
}
