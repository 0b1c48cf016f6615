import { beginningOf } from '../../../lib/text/beginningOf.ts'
import { escapeHtml } from '../../../lib/text/escapeHtml.ts'
import { type PlacedWord, placedWords, searchForm } from '../../../lib/text/words.ts'
import { numberPart } from '../catalogue/searchText.ts'
import type { Part } from './question.ts'

const MOST_CHARACTERS = 8_000
const SNIPPET_WORDS = 36

/** Which words of a text match a term; stop words count only beside a word that matches. */
const answering = (words: readonly string[], parts: readonly Part[]): boolean[] => {
  const marks = words.map(() => false)
  const mark = (part: Part, onlyBeside: boolean) => {
    for (const phrase of part.spellings)
      for (let at = 0; at + phrase.length <= words.length; at += 1) {
        const stands = phrase.every((word, index) =>
          part.unfinished && index === phrase.length - 1
            ? words[at + index]!.startsWith(word)
            : numberPart(words[at + index]!) === numberPart(word),
        )
        if (!stands || (onlyBeside && !(marks[at - 1] && marks[at + phrase.length]))) continue
        marks.fill(true, at, at + phrase.length)
      }
  }
  for (const part of parts) if (!part.weak) mark(part, false)
  for (const part of parts) if (part.weak) mark(part, true)
  return marks
}

const bestStart = (marks: readonly boolean[]): number => {
  let best = { start: 0, count: -1 }
  let count = 0
  for (let end = 0; end < marks.length; end += 1) {
    if (marks[end]) count += 1
    if (end >= SNIPPET_WORDS && marks[end - SNIPPET_WORDS]) count -= 1
    if (count > best.count) best = { start: Math.max(0, end - SNIPPET_WORDS + 1), count }
  }
  return best.start
}

/**
 * HTML of a text with its matches inside `<mark>`. Everything else is escaped, so it is safe to insert into a page.
 *
 * @param args.whole the whole text instead of the snippet with the most matches
 * @returns `undefined` when nothing matches
 */
export const highlight = (args: { text: string; parts: readonly Part[]; whole: boolean }): string | undefined => {
  const text = beginningOf(args.text, MOST_CHARACTERS).replace(/\p{Surrogate}/gu, '')
  const placed = placedWords(text)
  const marks = answering(
    placed.map((word) => searchForm(word.text)),
    args.parts,
  )
  if (!marks.includes(true)) return undefined
  const start = args.whole ? 0 : bestStart(marks)
  const end = args.whole ? placed.length : Math.min(placed.length, start + SNIPPET_WORDS)
  const from = start === 0 ? 0 : placed[start]!.start
  const to = end === placed.length && (args.whole || end - start < SNIPPET_WORDS) ? text.length : placed[end - 1]!.end
  let html = from > 0 ? '… ' : ''
  let at = from
  for (let index = start; index < end; index += 1) {
    if (!marks[index]) continue
    let last = index
    // Adjacent words share one highlight when only white space separates them.
    while (last + 1 < end && marks[last + 1] && isBlank(text, placed[last]!, placed[last + 1]!)) last += 1
    html += `${escapeHtml(text.slice(at, placed[index]!.start))}<mark>${escapeHtml(text.slice(placed[index]!.start, placed[last]!.end))}</mark>`
    at = placed[last]!.end
    index = last
  }
  return `${html}${escapeHtml(text.slice(at, to))}${to < text.length || args.text.length > MOST_CHARACTERS ? ' …' : ''}`
}

const isBlank = (text: string, one: PlacedWord, next: PlacedWord) =>
  /^[\s\u200b-\u200d]*$/.test(text.slice(one.end, next.start))
