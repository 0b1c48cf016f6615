import type { Sql } from '../catalogue/sql.ts'

const MOST_SPELLINGS = 20_000
const MOST_ALTERNATIVES = 4

/** A word as a reader typed it in Telex with the keyboard switched off: `phaps luaatj` for `pháp luật`, folded. */
export const fromTelex = (word: string): string => {
  const bare = word.replace(/(?<=[aeiouy][a-z]*)[fsrxj](?=[a-z]?$)/, '')
  return bare.replace(/([aeod])\1/g, '$1').replace(/w/g, '')
}

/** Whether two words are one slip apart: a letter more, less, other, or two changed places. */
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

/**
 * What a word that no document has may have been meant as, best first: typed in Telex, two or three words without
 * spaces between them, or one slip beside a word of a title.
 */
export const meantBy = (sql: Sql, word: string): string[][] => {
  if (!/^[a-z]{3,24}$/.test(word)) return []
  const words = sql
    .all<{ word: string }>(`SELECT word FROM spellings LIMIT ${MOST_SPELLINGS}`)
    .map((row) => row.word)
    .filter((one) => /^[a-z]+$/.test(one))
  const known = new Set(words)
  const telex = fromTelex(word)
  const found: string[][] = known.has(telex) ? [[telex]] : []
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
  if (word.length > 3) found.push(...words.filter((one) => one.length > 2 && isOneSlip(word, one)).map((one) => [one]))
  return found.slice(0, MOST_ALTERNATIVES)
}
