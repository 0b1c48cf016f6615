import { compactNumber, numberPart } from '../catalogue/searchText.ts'
import type { Glossary } from './glossary.ts'
import { codedCountAt, MOST_CHARACTERS, namedCountAt, typedPieces } from './typedWords.ts'

/** A search term: any of its spellings matches. */
export interface Part {
  /** Folded words, the typed spelling first. */
  spellings: string[][]
  /** The typed spelling with its diacritics; `undefined` if it was typed without any. */
  marked: string[] | undefined
  /** Whether the words of the typed spelling may match separately. */
  apart: boolean
  /** Whether the last word may be a prefix. */
  unfinished: boolean
  /** Whether it is a stop word. */
  weak: boolean
}

/** A parsed search query. */
export interface Question {
  parts: Part[]
  /** Candidate keys for a printed number, as `numberKey` writes them; longest first. */
  numbers: string[]
  /** A document type with a number, `nghị định 168` or `168/NĐ`, as code and figures. */
  counted: { code: string; figures: string } | undefined
  /** Whether the query contains diacritics; without them many words look like stop words (`hội` like `hỏi`). */
  typesMarks: boolean
}

/** As many as a long title has. */
const MOST_PARTS = 40
const LONGEST_NUMBER = 6
const MOST_NUMBERS = 40
const YEAR = /^(19|20)\d\d$/
const HAN = /^\p{Script=Han}$/u

/**
 * Readers type numbers in many ways: with a year that the document does not print, after `số`, or without separators.
 */
const numbersIn = (words: readonly string[]): string[] => {
  const found = new Set<string>()
  const add = (parts: readonly string[]) => {
    const key = parts.join('-')
    if (parts.length > 1) found.add(key)
    const compact = compactNumber(key)
    if (compact) found.add(compact)
  }
  for (const [index, word] of words.entries()) {
    if (!/^\d{1,6}[a-z]*$/.test(word)) continue
    for (let length = Math.min(LONGEST_NUMBER, words.length - index); length > 0; length -= 1) {
      const parts = words.slice(index, index + length).map(numberPart)
      add(parts)
      if (parts.length > 2 && YEAR.test(parts[1]!)) add([parts[0]!, ...parts.slice(2)])
    }
    if (words.length === 1 || words[index - 1] === 'so') found.add(numberPart(word))
  }
  return [...found].sort((a, b) => b.length - a.length).slice(0, MOST_NUMBERS)
}

/** `ky` and `ki` are spellings of the same word, as are `ly` and `li`, `quy` and `qui`. */
const twinOf = (word: string): string[][] => {
  const [, beginning, vowel] = /^([hklmstv]|qu)([iy])$/.exec(word) ?? []
  return beginning ? [[beginning + (vowel === 'i' ? 'y' : 'i')]] : []
}

/** `3` may also be printed as `03`. */
const paddedOf = (word: string): string[][] =>
  /^[1-9]$/.test(word) ? [[`0${word}`]] : /^0[1-9]$/.test(word) ? [[word.slice(1)]] : []

const hanOf = (part: Part | undefined): string | undefined => {
  const [typed = []] = part?.spellings ?? []
  return typed.length === 1 && HAN.test(typed[0]!) ? typed[0] : undefined
}

/** Chinese is searched by pairs of characters (bigrams); a single character is too ambiguous. */
const inPairs = (parts: Part[]): Part[] =>
  parts.flatMap((part, index) => {
    const own = hanOf(part)
    if (own === undefined) return [part]
    const next = hanOf(parts[index + 1])
    if (next !== undefined) return [{ ...part, spellings: [[own, next]], marked: undefined }]
    return hanOf(parts[index - 1]) === undefined ? [part] : []
  })

/**
 * Parses a query into words, abbreviations and phrases of the glossary, and printed numbers. Never throws. Input beyond
 * 300 characters or 40 terms is ignored.
 */
export const readQuestion = (typed: string, glossary: Glossary): Question => {
  const pieces = typedPieces(
    typed
      .slice(0, MOST_CHARACTERS)
      .replace(/\p{Surrogate}/gu, '')
      .normalize('NFC'),
  )
  const words = pieces.map(({ word }) => word)
  const marks = pieces.map(({ marked }) => marked)
  const typesMarks = words.some((word, index) => word !== marks[index])
  const parts: Part[] = []
  let counted: Question['counted']
  for (let index = 0; index < words.length; ) {
    const named = namedCountAt(words, index)
    const known = named ?? glossary.at(words, index)
    const length = known?.length ?? pieces[index]!.length
    const typedWords = words.slice(index, index + length)
    const typedMarks = marks.slice(index, index + length)
    const [first = ''] = typedWords
    const count = named ?? codedCountAt(words, index)
    if (count) counted ??= { code: count.code, figures: numberPart(count.figures) }
    // A number typed without a separator between figures and letters.
    const [, figures, letters] = /^(\d+)([a-z]+)$/.exec(first) ?? []
    const next = words[index + 1] ?? ''
    // `số` before a number and `năm` before a year say nothing more.
    const isNumberSign = (first === 'so' && /^\d/.test(next)) || (first === 'nam' && YEAR.test(next))
    const isStop = (length === 1 || !known) && !named
    parts.push({
      spellings: known?.spellings ?? [
        typedWords,
        ...(figures && letters ? [[figures, letters]] : []),
        ...twinOf(first),
        ...paddedOf(first),
      ],
      marked: typedMarks.some((word, at) => word !== typedWords[at]) ? typedMarks : undefined,
      apart: known !== undefined && length > 1,
      unfinished: index + length === words.length && length === 1 && !/^\d+$/.test(first),
      weak:
        isNumberSign ||
        (isStop && glossary.isStopWord(typedWords.join(' '), typesMarks ? typedMarks.join(' ') : undefined)),
    })
    index += length
  }
  const paired = inPairs(parts).slice(0, MOST_PARTS)
  const silent = paired.every((part) => part.weak)
  return {
    parts: silent ? paired.map((part) => ({ ...part, weak: false })) : paired,
    numbers: numbersIn(words),
    counted,
    typesMarks,
  }
}
