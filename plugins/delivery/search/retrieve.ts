import type { Statement } from '../catalogue/list.ts'
import type { Sql } from '../catalogue/sql.ts'
import type { Part, Question } from './question.ts'
import { fromTelex, meantBy } from './spelling.ts'
import { COLUMN_WEIGHTS } from './weights.ts'

/** A candidate document for a query. */
export interface Found {
  id: number
  /** Whether it matches all terms. */
  whole: boolean
  /** Whether it has the typed number. */
  numbered: boolean
  /** BM25 score, higher is better; 0 if it was not scored. */
  fit: number
}

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

/** Maximum number of documents in a result. */
export const MOST_FOUND = 1_000
/** Above this many matches the newest are taken unscored, because scoring all of them would take too long. */
const MOST_WEIGHED = 4_000
/** Maximum count; a larger number is of no use to a reader. */
const MOST_COUNTED = 10_000
/** Maximum number of documents read for single-word matches, when too few match all terms. */
const MOST_LOOSE = 20_000
const ENOUGH = 10
const MOST_NUMBERED = 100
const MOST_GUESSES = 3
/** Maximum number of terms of a search. */
export const MOST_ASKED = 12
const { title, number, lead, body, exact } = COLUMN_WEIGHTS
/** In the order of the index's columns. */
const WEIGHTS = `bm25(${[title, number, lead, body, exact].map((weight) => weight.toFixed(1)).join(', ')})`

const quoted = (words: readonly string[], unfinished = false) => `"${words.join(' ')}"${unfinished ? '*' : ''}`
const spelling = (words: readonly string[], part: Part) => quoted(words, part.unfinished && words.length === 1)

/** FTS5 query for a term: any spelling as a phrase, or all words of the typed one. */
const anySpelling = (part: Part): string => {
  const [typed = []] = part.spellings
  const apart = part.apart ? [`(${typed.map((word) => quoted([word])).join(' AND ')})`] : []
  return `(${[...part.spellings.map((words) => spelling(words, part)), ...apart].join(' OR ')})`
}

/**
 * FTS5 query that matches all terms; `undefined` when there are no terms.
 *
 * @param parts without stop words
 */
export const allTogether = (parts: readonly Part[]): string | undefined =>
  parts.length ? parts.map(anySpelling).join(' AND ') : undefined

/** Document frequency of each word; cached until the catalogue changes. */
export type Frequencies = Map<string, number>

/** Document frequency of a word. */
export const frequencyOf = (sql: Sql, known: Frequencies, word: string): number => {
  let count = known.get(word)
  if (count === undefined) {
    count = sql.get<{ doc: number }>('SELECT doc FROM vocabulary WHERE term = ?', word)?.doc ?? 0
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

/** FTS5 query for partial matches: pairs of adjacent terms, and the rarest single words. */
const looseMatch = (parts: readonly Weighed[], frequency: (word: string) => number) => {
  const pairs = parts.slice(1).flatMap((part, index) => {
    const before = parts[index]!
    if (part.afterGap || (before.weak && part.weak)) return []
    return [quoted([...before.spellings[0]!, ...part.spellings[0]!], part.unfinished)]
  })
  const telling = parts
    .filter((part) => !part.weak)
    .flatMap((part) => {
      const [typed = []] = part.spellings
      const apart = part.apart ? typed.map((word) => ({ match: quoted([word]), words: [word] })) : []
      return [...part.spellings.map((words) => ({ match: spelling(words, part), words })), ...apart]
    })
    .map(({ match, words }) => ({ match, held: Math.min(...words.map(frequency)) }))
    .sort((a, b) => a.held - b.held)
  // Words without matches cost nothing. The rarest word with matches is always included.
  let held = 0
  const singles = telling.filter((each) => {
    const isFirst = held === 0
    held += each.held
    return isFirst || held <= MOST_LOOSE
  })
  const together = pairs.length ? [`{title lead} : (${pairs.join(' OR ')})`] : []
  return {
    match: [...together, ...singles.map((each) => each.match)].join(' OR '),
    isWeighed: singles.reduce((sum, each) => sum + each.held, 0) <= MOST_LOOSE,
  }
}

export interface Retrieved {
  /** About a thousand at most. */
  found: Found[]
  /** Number of documents that match all terms, capped at ten thousand. */
  total: number
  /** Whether partial matches are included. */
  loose: boolean
}

/**
 * Retrieves the candidates for a query in bounded time: by printed number, by all terms, and, if that finds only a few
 * documents, by the rarest terms alone.
 *
 * @param args.scope condition on the live row `l`
 * @param args.numberFilters filters that hold printed numbers
 */
export const retrieve = (args: {
  sql: Sql
  question: Question
  parts: readonly Weighed[]
  numberFilters: readonly { collection: string; name: string }[]
  scope: Statement
  frequencies: Frequencies
}): Retrieved => {
  const { sql, question, parts, scope, numberFilters } = args
  const found = new Map<number, Found>()
  const add = (id: number, more: Partial<Found>) => {
    const before = found.get(id) ?? { id, whole: false, numbered: false, fit: 0 }
    found.set(id, { ...before, ...more, fit: Math.max(before.fit, more.fit ?? 0) })
  }
  const matching = (match: string, weighed: boolean, most = MOST_FOUND): { id: number; fit: number }[] =>
    sql.all(
      `SELECT l.id, ${weighed ? '-search.rank' : '0'} AS fit FROM search CROSS JOIN live l ON l.id = search.rowid
       WHERE search MATCH ? ${weighed ? `AND search.rank MATCH '${WEIGHTS}'` : ''} AND ${scope.text}
       ORDER BY ${weighed ? 'search.rank' : 'search.rowid DESC'} LIMIT ${most}`,
      match,
      ...scope.values,
    )
  const counted = (match: string): number =>
    sql.get<{ count: number }>(
      `SELECT count(*) AS count FROM (SELECT 1 FROM search CROSS JOIN live l ON l.id = search.rowid
         WHERE search MATCH ? AND ${scope.text} LIMIT ${MOST_COUNTED})`,
      match,
      ...scope.values,
    )!.count

  for (const number of numberFilters.length ? question.numbers : []) {
    const named = numberFilters.map(() => '(f.collection = ? AND f.name = ? AND f.value = ?)').join(' OR ')
    const rows = sql.all<{ id: number }>(
      `SELECT DISTINCT l.id FROM facets f JOIN live l ON l.id = f.live
       WHERE (${named}) AND ${scope.text} ORDER BY l.id DESC LIMIT ${MOST_NUMBERED}`,
      ...numberFilters.flatMap(({ collection, name }) => [collection, name, number]),
      ...scope.values,
    )
    for (const { id } of rows) add(id, { numbered: true })
    // The longest matching key is the number that was meant.
    if (rows.length) break
  }
  const strong = parts.filter((part) => !part.weak)
  const all = allTogether(strong)
  if (!all) return { found: [...found.values()], total: found.size, loose: false }

  const marked = strong.flatMap((part) => (part.marked ? [quoted(part.marked, part.unfinished)] : []))
  const together = sql.get<{ count: number }>('SELECT count(*) AS count FROM search WHERE search MATCH ?', all)!.count
  const isWeighed = together <= MOST_WEIGHED
  if (!isWeighed) {
    if (marked.length)
      for (const { id } of matching(`(${all}) AND exact : (${marked.join(' AND ')})`, false)) add(id, { whole: true })
    for (const { id } of matching(`title : (${all})`, false)) add(id, { whole: true })
  }
  // When all matches were scored, their number is known. Otherwise a separate count is needed.
  const rows = together ? matching(all, isWeighed, isWeighed ? MOST_WEIGHED : MOST_FOUND) : []
  for (const { id, fit } of rows.slice(0, MOST_FOUND)) add(id, { whole: true, fit })
  const total = isWeighed ? rows.length : counted(all)
  if (isWeighed && isLittle(found, strong.length)) {
    const loosely = looseMatch(parts, (word) => frequencyOf(sql, args.frequencies, word))
    for (const { id, fit } of matching(loosely.match, loosely.isWeighed)) add(id, { fit })
    return { found: [...found.values()], total, loose: true }
  }
  return { found: [...found.values()], total, loose: false }
}

/** Whether there are so few full matches that partial matches follow them. */
const isLittle = (found: ReadonlyMap<number, Found>, strong: number): boolean => {
  const all = [...found.values()]
  if (all.some((one) => one.numbered)) return false
  return !all.length || (strong > 1 && all.length < ENOUGH)
}
