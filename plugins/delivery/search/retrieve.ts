import type { Sql } from '../catalogue/sql.ts'
import { both, type DocSet, has, newest, sizeOf } from './docSet.ts'
import type { DocSets } from './docSets.ts'
import { allTogether, anySpelling, quoted, WEIGHTS } from './matches.ts'
import { best, looseMatch, looseTerms, looseWorths } from './partial.ts'
import type { Part, Question } from './question.ts'
import type { Weighed } from './weigh.ts'

/** A candidate document for a query. */
export interface Found {
  id: number
  /** Whether it matches all terms. */
  whole: boolean
  /** Whether it has the typed number. */
  numbered: boolean
  /** How well it matches as a whole, higher is better: BM25, or by weights of terms where that takes too long. */
  fit: number
}

/** Maximum number of documents in a result. */
export const MOST_FOUND = 1_000
/** So many are compared by their texts. Further ones follow, the newest first. */
const MOST_COMPARED = 200
/** Maximum count; a larger number is of no use to a reader. */
const MOST_COUNTED = 10_000
/** Up to so many occurrences the database weighs matches itself, in some milliseconds. */
const MOST_WEIGHED = 4_000
const ENOUGH = 10
const MOST_NUMBERED = 100

export interface Retrieved {
  /** The best candidates, at most as many as are compared by their texts. */
  found: Found[]
  /** Further documents that match all terms, the newest first. */
  further: number[]
  /** Number of documents that match all terms, capped at ten thousand. */
  total: number
  /** Whether partial matches are included. */
  loose: boolean
}

/**
 * Retrieves the candidates for a query in bounded time: by printed number, by all terms, and, if that finds only a few
 * documents, by the rarest terms alone.
 *
 * @param args.scope the documents among which is searched
 * @param args.numberFilters filters that hold printed numbers
 */
export const retrieve = (args: {
  sql: Sql
  sets: DocSets
  question: Question
  parts: readonly Weighed[]
  numberFilters: readonly { collection: string; name: string }[]
  scope: DocSet
  /** Document frequency of a word. */
  frequency: (word: string) => number
}): Retrieved => {
  const { sql, sets, question, parts, scope, numberFilters, frequency } = args
  const found = new Map<number, Found>()
  const add = (id: number, more: Partial<Found>) => {
    const before = found.get(id) ?? { id, whole: false, numbered: false, fit: 0 }
    found.set(id, { ...before, ...more, fit: Math.max(before.fit, more.fit ?? 0) })
  }
  const matching = (part: string) => sets.meeting('match', part)

  for (const number of numberFilters.length ? question.numbers : []) {
    const named = numberFilters.map(() => '(collection = ? AND name = ? AND value = ?)').join(' OR ')
    const rows = sql.all<{ id: number }>(
      `SELECT DISTINCT live AS id FROM facets WHERE ${named} ORDER BY live DESC`,
      ...numberFilters.flatMap(({ collection, name }) => [collection, name, number]),
    )
    const within = rows.filter(({ id }) => has(scope, id)).slice(0, MOST_NUMBERED)
    for (const { id } of within) add(id, { numbered: true })
    // The longest matching key is the number that was meant.
    if (within.length) break
  }
  const strong = parts.filter((part) => !part.weak)
  if (!strong.length) return { found: [...found.values()], further: [], total: found.size, loose: false }

  const whole = strong.reduce((set, part) => both(set, matching(anySpelling(part))), scope)
  const total = sizeOf(whole)
  const room = () => MOST_COMPARED - found.size
  if (total > MOST_COMPARED) {
    const inTitle = strong.reduce((set, part) => both(set, matching(`title : ${anySpelling(part)}`)), whole)
    const marked = strong.flatMap((part) => (part.marked ? [quoted(part.marked, part.unfinished)] : []))
    const exactly = marked.reduce((set, one) => both(set, matching(`exact : ${one}`)), marked.length ? whole : inTitle)
    for (const id of newest(both(inTitle, exactly), MOST_COMPARED / 2)) add(id, { whole: true })
    for (const set of [exactly, inTitle]) for (const id of newest(set, room())) add(id, { whole: true })
  }
  // The rarest spelling says how often the database has to look.
  const occurrences = strong.reduce((sum, part) => sum + occurrencesOf(part, frequency), 0)
  const weighed = (match: string, within: DocSet, most: number) =>
    sql
      .all<{ id: number; fit: number }>(
        `SELECT rowid AS id, -rank AS fit FROM search WHERE search MATCH ? AND rank MATCH '${WEIGHTS}' ORDER BY rank`,
        match,
      )
      .filter(({ id }) => has(within, id))
      .slice(0, most)
  if (total <= MOST_COMPARED && occurrences <= MOST_WEIGHED)
    for (const { id, fit } of weighed(allTogether(strong)!, whole, MOST_COMPARED)) add(id, { whole: true, fit })
  const rest = newest(whole, MOST_FOUND)
  for (const id of rest) {
    if (room() <= 0) break
    add(id, { whole: true })
  }
  if (isLittle(found, strong.length)) {
    const loose = looseTerms(parts, frequency)
    const isWeighed = loose.held <= MOST_WEIGHED
    const partial = isWeighed
      ? weighed(looseMatch(loose), scope, MOST_COMPARED)
      : best(scope, looseWorths(sets, loose), MOST_COMPARED)
    if (!isWeighed) for (const one of found.values()) found.set(one.id, { ...one, fit: 1 })
    for (const { id, fit } of partial) add(id, { fit })
    return { found: [...found.values()], further: [], total, loose: true }
  }
  const further = rest.filter((id) => !found.has(id))
  return { found: [...found.values()], further, total: Math.min(total, MOST_COUNTED), loose: false }
}

/** How many documents hold some spelling of a term, at most. */
const occurrencesOf = (part: Part, frequency: (word: string) => number): number =>
  part.spellings.reduce((sum, words) => sum + Math.min(...words.map(frequency)), 0)

/** Whether there are so few full matches that partial matches follow them. */
const isLittle = (found: ReadonlyMap<number, Found>, strong: number): boolean => {
  const all = [...found.values()]
  if (all.some((one) => one.numbered)) return false
  return !all.length || (strong > 1 && all.length < ENOUGH)
}
