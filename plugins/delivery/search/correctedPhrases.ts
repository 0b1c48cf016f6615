import type { Glossary } from './glossary.ts'
import type { Part } from './question.ts'
import type { Weighed } from './weigh.ts'

/** No phrase of a glossary begins further before a word. */
const FURTHEST = 8
/** Stands for a term that is no single word; no phrase goes across it. */
const NO_WORD = ''

/** The single word that a term is, as it is most likely meant. */
const wordOf = ({ spellings, corrected }: Weighed): string => {
  const [typed = []] = spellings
  const [meant] = corrected ?? []
  return typed.length === 1 ? (meant ?? typed[0]!) : NO_WORD
}

/** The first phrase of a glossary that goes across a word. */
const phraseAcross = (words: readonly string[], index: number, glossary: Glossary) => {
  for (let from = Math.max(0, index - FURTHEST); from <= index; from += 1) {
    const known = glossary.at(words, from)
    if (known && known.length > 1 && from + known.length > index) return { from, ...known }
  }
  return undefined
}

/**
 * Joins terms to the phrases of a glossary that they are once typing errors are corrected: `thi hnàh án dân sự` is then
 * found as `THADS` too.
 *
 * @param weighed gives the joined term its weight
 */
export const withCorrectedPhrases = (
  parts: readonly Weighed[],
  glossary: Glossary,
  weighed: (part: Part) => Weighed,
): readonly Weighed[] => {
  const likely = parts.map(wordOf)
  for (const [index, part] of parts.entries())
    for (const word of part.corrected ?? []) {
      const words = likely.map((each, at) => (at === index ? word : each))
      const known = phraseAcross(words, index, glossary)
      if (!known) continue
      const { from, length, spellings } = known
      const joined = parts.slice(from, from + length)
      const marks = joined.flatMap((one, at) =>
        one.corrected ? [words[from + at]!] : (one.marked ?? one.spellings[0]!),
      )
      const phrase = weighed({
        spellings,
        marked: joined.some(({ marked }) => marked) ? marks : undefined,
        ...{ apart: true, unfinished: false, weak: false },
      })
      const after = parts.slice(from + length)
      return [...parts.slice(0, from), phrase, ...withCorrectedPhrases(after, glossary, weighed)]
    }
  return parts
}
