import { wordsBehind } from '../catalogue/initials.ts'
import type { Sql } from '../catalogue/sql.ts'

const MOST_SPELLINGS = 20_000
const MOST_ALTERNATIVES = 4
const LONGEST_ABBREVIATION = 12
const MOST_EXPANSIONS = 2
const MOST_TITLES = 50_000
const MOST_READ = 60
/** Far longer than any word in Latin script. */
const LONGEST_WORD = 24

/** Folds a word typed as raw Telex keystrokes, without an input method: `phaps luaatj` for `pháp luật`. */
export const fromTelex = (word: string): string => {
  if (word.length > LONGEST_WORD) return word
  const bare = word.replace(/(?<=[aeiouy][a-z]*)[fsrxj](?=[a-z]?$)/, '')
  return bare.replace(/([aeod])\1/g, '$1').replace(/w/g, '')
}

/** Whether two words differ by one typing error: an insertion, deletion, substitution or transposition. */
export const isOneSlip = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  const restA = a.slice(start)
  const restB = b.slice(start)
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  )
}

/** Structure of a Vietnamese syllable, folded. Anything else is an abbreviation or a typing error. */
const SYLLABLE = /^(?:ngh?|[cgknpt]h|gi|qu|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/

/** Phrases in titles that have these initials, the most frequent first: `btxh` for `bảo trợ xã hội`. */
const abbreviatedBy = (sql: Sql, letters: string): string[][] => {
  if (letters.length > LONGEST_ABBREVIATION || SYLLABLE.test(letters)) return []
  const rows = sql.all<{ title: string }>(
    `SELECT h.title FROM (SELECT live, letters FROM initials ORDER BY live DESC LIMIT ${MOST_TITLES}) i
       JOIN hits h ON h.live = i.live WHERE instr(i.letters, ?) LIMIT ${MOST_READ}`,
    letters,
  )
  const times = new Map<string, number>()
  for (const { title } of rows)
    for (const words of wordsBehind(letters, title)) {
      const phrase = words.join(' ')
      times.set(phrase, (times.get(phrase) ?? 0) + 1)
    }
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_EXPANSIONS)
    .map(([phrase]) => phrase.split(' '))
}

/**
 * Corrections for a word that no document contains, best first: Telex input, initials, up to four words without spaces
 * between them, or one typing error away from a word of a title, the most frequent first.
 *
 * @param frequency number of documents that contain a word
 */
export const meantBy = (sql: Sql, word: string, frequency: (word: string) => number): string[][] => {
  if (word.length > LONGEST_WORD || !/^[a-z]{3,}$/.test(word)) return []
  const words = sql
    .all<{ word: string }>(`SELECT word FROM spellings LIMIT ${MOST_SPELLINGS}`)
    .map((row) => row.word)
    .filter((one) => /^[a-z]+$/.test(one))
  const known = new Set(words)
  const telex = fromTelex(word)
  const found: string[][] = [...(known.has(telex) ? [[telex]] : []), ...abbreviatedBy(sql, word)]
  const cuts = (rest: string, most: number): string[][] => {
    if (known.has(rest) && rest.length > 1) return [[rest]]
    if (most === 1) return []
    for (let length = rest.length - 2; length > 1; length -= 1) {
      if (!known.has(rest.slice(0, length))) continue
      const after = cuts(rest.slice(length), most - 1)[0]
      if (after) return [[rest.slice(0, length), ...after]]
    }
    return []
  }
  found.push(...cuts(word, 4))
  if (word.length > 3) {
    const near = words.filter((one) => one.length > 2 && isOneSlip(word, one))
    found.push(...near.sort((a, b) => frequency(b) - frequency(a)).map((one) => [one]))
  }
  return found.slice(0, MOST_ALTERNATIVES)
}
