import { fold } from '../../lib/text/fold.ts'

/** Begins a part, and ends the name of what it holds. */
const PART = '\u001e'
const NAME_END = '\u001f'
/** Names are written with characters for private use, so that no search finds a row by them. */
const PRIVATE = 0xe000
const shifted = (text: string, by: number): string =>
  Array.from(text, (sign) => String.fromCharCode(sign.charCodeAt(0) + by)).join('')

/** Name of the parts that a document was found by before. */
const FORMER = 'former'
const MOST_FORMER = 20
const LONGEST_PART = 1_000

type Parts = Map<string, string[]>

const parse = (stored: string): Parts => {
  const parts: Parts = new Map()
  for (const part of stored.split(PART).filter(Boolean)) {
    const end = part.indexOf(NAME_END)
    const name = shifted(part.slice(0, end), -PRIVATE)
    parts.set(name, [...(parts.get(name) ?? []), part.slice(end + 1)])
  }
  return parts
}

const write = (parts: Parts): string =>
  [...parts]
    .flatMap(([name, texts]) => texts.map((text) => `${PART}${shifted(name, PRIVATE)}${NAME_END}${text}`))
    .join('')

/**
 * Folded text by which lists and pickers find a row: what it is called now in each language, its number, and what it was
 * called before.
 *
 * @param args.stored the text so far
 * @param args.now current words by name, such as `title.vi`; names that are left out stay as they are
 * @param args.keepsFormer whether readers may know the row by its earlier words
 */
export const foundBy = (args: {
  stored: string | null | undefined
  now: Readonly<Record<string, string | null | undefined>>
  keepsFormer: boolean
}): string => {
  const parts = parse(args.stored ?? '')
  const former = new Set(parts.get(FORMER))
  parts.delete(FORMER)
  for (const [name, words] of Object.entries(args.now)) {
    const text = fold(words ?? '').slice(0, LONGEST_PART)
    const [before] = parts.get(name) ?? []
    if (before && before !== text && args.keepsFormer) former.add(before)
    if (text) parts.set(name, [text])
    else parts.delete(name)
  }
  const current = new Set([...parts.values()].flat())
  const kept = [...former].filter((text) => !current.has(text)).slice(-MOST_FORMER)
  return write(kept.length ? new Map([...parts, [FORMER, kept]]) : parts)
}

/** Longer queries are cut; no title is found by more words. */
const LONGEST_QUERY = 200
const MOST_VARIANTS = 8

/**
 * A typed search as folded text, and the same with abbreviations and synonyms in place of what was typed.
 *
 * @param sets sets of words with the same meaning, folded
 * @returns at least one text, the typed one first
 */
export const foldedQueries = (typed: string, sets: readonly (readonly string[])[]): string[] => {
  // A dash or a bracket that stands alone is in no title where it was typed.
  const words = fold(typed.slice(0, LONGEST_QUERY)).split(/\s+/)
  const query = words.filter((word) => /[\p{L}\p{M}\p{N}]/u.test(word)).join(' ')
  const variants = new Set([query])
  for (const same of sets) {
    const padded = ` ${query} `
    const held = same.find((word) => padded.includes(` ${word} `))
    if (held === undefined) continue
    for (const other of same) {
      if (other === held || variants.size >= MOST_VARIANTS) continue
      variants.add(padded.replace(` ${held} `, ` ${other} `).trim())
    }
  }
  return [...variants]
}
