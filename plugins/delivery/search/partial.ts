import { both, type DocSet, either, visit } from './docSet.ts'
import type { DocSets } from './docSets.ts'
import { quoted, spelling } from './matches.ts'
import type { Weighed } from './weigh.ts'

/** Maximum number of documents looked at for single-word matches, when too few match all terms. */
const MOST_LOOSE = 20_000

/** A set of documents, and what it is worth to stand in it. */
interface Worth {
  set: DocSet
  weight: number
}

/** What partial matches are made of. */
interface Loose {
  /** Terms and their words, rarest first. */
  singles: { match: string; weight: number; held: number }[]
  /** Neighbours that stand together in a title. */
  pairs: { match: string; weight: number; held: number }[]
  /** How many matches there may be. */
  held: number
}

export const looseTerms = (parts: readonly Weighed[], frequency: (word: string) => number): Loose => {
  const pairs = parts.slice(1).flatMap((part, index) => {
    const before = parts[index]!
    if (part.afterGap || (before.weak && part.weak)) return []
    const words = [...before.spellings[0]!, ...part.spellings[0]!]
    const held = part.unfinished ? 0 : Math.min(...words.map(frequency))
    return [{ match: quoted(words, part.unfinished), weight: (before.weight + part.weight) / 2, held }]
  })
  const telling = parts
    .filter((part) => !part.weak)
    .flatMap((part) => {
      const [typed = []] = part.spellings
      const apart = part.apart
        ? typed.map((word) => ({ match: quoted([word]), words: [word], weight: part.weight / typed.length }))
        : []
      const spelled = part.spellings.map((words) => ({ match: spelling(words, part), words, weight: part.weight }))
      return [...spelled, ...apart]
    })
    .map(({ words, ...each }) => ({ ...each, held: Math.min(...words.map(frequency)) }))
    .sort((a, b) => a.held - b.held)
  // Words without matches cost nothing. The rarest word with matches is always included.
  let held = 0
  const singles = telling.filter((each) => {
    const isFirst = held === 0
    held += each.held
    return isFirst || held <= MOST_LOOSE
  })
  return { singles, pairs, held: [...singles, ...pairs].reduce((sum, each) => sum + each.held, 0) }
}

/** FTS5 query for partial matches. */
export const looseMatch = ({ singles, pairs }: Loose): string => {
  const together = pairs.length ? [`{title lead} : (${pairs.map(({ match }) => match).join(' OR ')})`] : []
  return [...together, ...singles.map(({ match }) => match)].join(' OR ')
}

/**
 * The same as sets, each term once more where it stands in the title. A pair adds documents only where both its words are
 * too frequent to be among the terms.
 */
export const looseWorths = (sets: DocSets, { singles, pairs }: Loose): Worth[] => {
  const covered = Math.max(0, ...singles.map(({ held }) => held))
  const worths = [
    ...singles,
    ...singles.map(({ match, weight }) => ({ match: `title : ${match}`, weight })),
    ...pairs
      .filter(({ held }) => held > covered)
      .map(({ match, weight }) => ({ match: `{title lead} : ${match}`, weight })),
  ]
  return worths.map(({ match, weight }) => ({ set: sets.meeting('match', match), weight }))
}

/** Scores are told apart by so many steps. */
const STEPS = 4_096

/** The documents of a scope that are worth most, and among such that are worth about the same the newest. */
export const best = (scope: DocSet, worths: readonly Worth[], most: number): { id: number; fit: number }[] => {
  const scores = new Float32Array(scope.length * 32)
  let touched: DocSet = new Uint32Array(0)
  let highest = 0
  for (const { set, weight } of worths) {
    const within = both(scope, set)
    touched = either(touched, within)
    visit(within, (id) => {
      scores[id]! += weight
      if (scores[id]! > highest) highest = scores[id]!
    })
  }
  const stepOf = (id: number) => Math.round((scores[id]! / highest) * (STEPS - 1))
  const held = new Uint32Array(STEPS)
  visit(touched, (id) => {
    held[stepOf(id)]! += 1
  })
  let least = STEPS
  let room = most
  while (least > 0 && held[least - 1]! <= room) {
    least -= 1
    room -= held[least]!
  }
  const found: { id: number; fit: number }[] = []
  visit(touched, (id) => {
    const step = stepOf(id)
    if (step < least - 1 || (step === least - 1 && room <= 0)) return
    if (step === least - 1) room -= 1
    found.push({ id, fit: scores[id]! / highest })
  })
  return found
}
