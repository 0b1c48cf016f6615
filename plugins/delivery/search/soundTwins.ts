import type { Sql } from '../catalogue/sql.ts'
import type { Weighed } from './weigh.ts'

/** Initials and rhymes that some dialects pronounce alike, folded. */
const BEGINNINGS: [pattern: RegExp, others: string[]][] = [
  [/^tr/, ['ch']],
  [/^ch/, ['tr']],
  [/^s/, ['x']],
  [/^x/, ['s']],
  [/^gi(?=[aeou])/, ['d', 'v', 'r']],
  [/^d/, ['gi', 'r', 'v']],
  [/^r/, ['d', 'gi', 'g']],
  [/^v/, ['d', 'gi']],
  [/^l/, ['n']],
  [/^n(?![gh])/, ['l']],
]
const REST: [pattern: RegExp, others: string[]][] = [
  [/ng$/, ['n']],
  [/n$/, ['ng']],
  [/c$/, ['t']],
  [/t$/, ['c']],
  [/ieu$/, ['iu', 'uou']],
  [/uou$/, ['ieu', 'uu']],
  [/(?<![aeou])iu$/, ['ieu', 'uu']],
  [/uu$/, ['iu', 'uou']],
  [/ai$/, ['ay']],
  [/ay$/, ['ai']],
]
const MOST_CHECKED = 24

/** Homophones of a folded word in some Vietnamese dialect: `chu` and `tru`, `xong` and `song`, `bac` and `bat`. */
export const soundTwins = (word: string): string[] =>
  [...BEGINNINGS, ...REST].flatMap(([pattern, others]) =>
    pattern.test(word) ? others.map((other) => word.replace(pattern, other)) : [],
  )

const single = (part: Weighed | undefined): string | undefined => {
  const [typed = []] = part?.spellings ?? []
  return typed.length === 1 && /^[a-z]{2,}$/.test(typed[0]!) ? typed[0] : undefined
}

/**
 * For words that never occur beside their typed neighbours in a title, adds homophones that do: `tạm chú` becomes `tạm
 * trú`. Used when no title holds all words.
 *
 * @param isHeld whether any document contains a word
 * @returns undefined when no word has such a homophone
 */
export const withSoundTwins = (
  sql: Sql,
  parts: readonly Weighed[],
  isHeld: (word: string) => boolean,
): Weighed[] | undefined => {
  let checked = 0
  const standsInTitle = (words: readonly string[]): boolean => {
    if (checked >= MOST_CHECKED) return false
    checked += 1
    const match = `title : "${words.join(' ')}"`
    return sql.get('SELECT 1 AS found FROM search WHERE search MATCH ? LIMIT 1', match) !== undefined
  }
  const heard = parts.map((part, index) => {
    const word = single(part)
    if (word === undefined) return part
    const [before, after] = [single(parts[index - 1]), single(parts[index + 1])]
    const isAtHome =
      (before !== undefined && standsInTitle([before, word])) || (after !== undefined && standsInTitle([word, after]))
    if (isAtHome) return part
    const twins = soundTwins(word)
      .filter(isHeld)
      .filter(
        (twin) =>
          (before !== undefined && standsInTitle([before, twin])) ||
          (after !== undefined && standsInTitle([twin, after])),
      )
    return twins.length
      ? { ...part, spellings: [...part.spellings, ...twins.map((twin) => [twin])], corrected: twins }
      : part
  })
  return heard.some((part, index) => part !== parts[index]) ? heard : undefined
}
