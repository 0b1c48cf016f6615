import type { Statement } from '../catalogue/list.ts'
import type { Sql } from '../catalogue/sql.ts'
import type { Part, Question } from './question.ts'
import { meantBy } from './spelling.ts'

/** A document that may answer a question. */
export interface Found {
  id: number
  /** Whether everything that was asked for stands in it somewhere. */
  whole: boolean
  /** Whether it bears the number that was typed. */
  numbered: boolean
  /** How well its texts fit, more is better; 0 where it was not weighed. */
  fit: number
}

/** A part with how telling it is. */
export interface Weighed extends Part {
  weight: number
  /** The same of the word with its marks, which tells more than the folded one: `bão` than `bao`. */
  markedWeight: number
}

/** The most documents that a question is answered with. */
export const MOST_FOUND = 1_000
/** Above so many matches the latest are taken unweighed: weighing every match would take too long. */
const MOST_WEIGHED = 4_000
/** The most documents that are counted: a larger number tells a reader nothing more. */
const MOST_COUNTED = 10_000
/** Documents that hold one of the words looked through at the most when not all of them are found together. */
const MOST_LOOSE = 20_000
const ENOUGH = 10
const MOST_NUMBERED = 100
const MOST_GUESSES = 3
/** Columns of the index: title, number, lead, body, exact. */
const WEIGHTS = 'bm25(10.0, 12.0, 3.0, 1.0, 5.0)'

const quoted = (words: readonly string[], unfinished = false) => `"${words.join(' ')}"${unfinished ? '*' : ''}`
const spelling = (words: readonly string[], part: Part) => quoted(words, part.unfinished && words.length === 1)

/** Everything that answers a part: a spelling in one piece, or all words of the one that was typed. */
const anySpelling = (part: Part): string => {
  const [typed = []] = part.spellings
  const apart = part.apart ? [`(${typed.map((word) => quoted([word])).join(' AND ')})`] : []
  return `(${[...part.spellings.map((words) => spelling(words, part)), ...apart].join(' OR ')})`
}

/**
 * Everything that was asked for together, as a query of the index; `undefined` when nothing was.
 *
 * @param parts without those that say nothing
 */
export const allTogether = (parts: readonly Part[]): string | undefined =>
  parts.length ? parts.map(anySpelling).join(' AND ') : undefined

/** How many documents hold each word; kept until the catalogue changes. */
export type Frequencies = Map<string, number>

/** How many documents hold a word. */
export const frequencyOf = (sql: Sql, known: Frequencies, word: string): number => {
  let count = known.get(word)
  if (count === undefined) {
    count = sql.get<{ doc: number }>('SELECT doc FROM vocabulary WHERE term = ?', word)?.doc ?? 0
    known.set(word, count)
  }
  return count
}

/** Gives every part its weight, and parts that nothing matches the spellings that may have been meant. */
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
    const meant = isUnknown && guesses < MOST_GUESSES ? meantBy(sql, typed[0]!) : []
    if (isUnknown) guesses += 1
    const spellings = [...part.spellings, ...meant]
    const weight = Math.min(...spellings.map((words) => rarity(words) / (isUnknown ? 2 : 1)))
    const isMarkedHeld = part.marked?.every((word) => frequencyOf(sql, known, word) > 0)
    const markedWeight = isMarkedHeld ? Math.max(weight, rarity(part.marked!)) : weight
    const strength = part.weak ? 0.1 : 1
    return {
      ...part,
      spellings,
      weight: weight * strength,
      markedWeight: markedWeight * strength,
      // A word that somebody wrote is whole: `luật gia` does not mean `luật giao thông`.
      unfinished: part.unfinished && isUnknown,
    }
  })
}

/** Adjacent parts in one piece, and the most telling words alone: what must not be together to be found. */
const looseMatch = (parts: readonly Weighed[], frequency: (word: string) => number) => {
  const pairs = parts.slice(1).flatMap((part, index) => {
    const before = parts[index]!
    if (before.weak && part.weak) return []
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
  // Words that nobody wrote cost nothing; of the others the rarest is always looked for.
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
  /** At most a thousand or so. */
  found: Found[]
  /** How many hold everything that was asked for, counted up to ten thousand. */
  total: number
  /** Whether documents that hold a part of it are among them. */
  loose: boolean
}

/**
 * Gathers the documents that may answer a question, in bounded time: by printed number, by all parts together, and,
 * when that finds nothing or only long texts, by the most telling parts alone.
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
    // The longest spelling that is found is the one that was meant.
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
  // What is weighed has been read anyway; of the rest counting costs more than finding the latest.
  const rows = together ? matching(all, isWeighed, isWeighed ? MOST_WEIGHED : MOST_FOUND) : []
  for (const { id, fit } of rows.slice(0, MOST_FOUND)) add(id, { whole: true, fit })
  const total = isWeighed ? rows.length : counted(all)
  if (isWeighed && isLittle({ found, strong: strong.length }, () => matching(`{title number} : (${all})`, false))) {
    const loosely = looseMatch(parts, (word) => frequencyOf(sql, args.frequencies, word))
    for (const { id, fit } of matching(loosely.match, loosely.isWeighed)) add(id, { fit })
    return { found: [...found.values()], total, loose: true }
  }
  return { found: [...found.values()], total, loose: false }
}

/** Whether what was found together is so little that it is worth looking for the parts alone. */
const isLittle = (
  { found, strong }: { found: ReadonlyMap<number, Found>; strong: number },
  inTitle: () => unknown[],
): boolean => {
  const all = [...found.values()]
  if (all.some((one) => one.numbered)) return false
  if (!all.length) return true
  return strong > 1 && all.length < ENOUGH && inTitle().length === 0
}
