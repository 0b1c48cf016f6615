import { foldedTypeNames } from '../../../lib/text/typeNames.ts'
import { placedWords, searchForm, wordLengths } from '../../../lib/text/words.ts'
import { markedWord } from '../catalogue/searchText.ts'

/** A token of the query. */
export interface TypedPiece {
  /** Folded form. */
  word: string
  /** The same with its diacritics. */
  marked: string
  /** Number of tokens in the word that starts here. */
  length: number
}

const CODES: ReadonlySet<string> = new Set(foldedTypeNames.map(([, code]) => code))

/** `nq57`, `kh84`: a type code and a number without a space. */
const partedCode = (piece: TypedPiece): TypedPiece[] => {
  const [, letters = '', figures = ''] = /^([a-z]{2,4})(\d{1,6})$/.exec(piece.word) ?? []
  return CODES.has(letters) ? [letters, figures].map((word) => ({ word, marked: word, length: 1 })) : [piece]
}

/** Input beyond this limit is ignored. */
export const MOST_CHARACTERS = 300

/** Splits a query into tokens, the same way as indexed text. */
export const typedPieces = (whole: string): TypedPiece[] => {
  const typed = whole.slice(0, MOST_CHARACTERS)
  const lengths = wordLengths(typed).flatMap((length) => [length, ...Array<number>(length - 1).fill(1)])
  return placedWords(typed)
    .map(({ text }, index) => ({ word: searchForm(text), marked: markedWord(text), length: lengths[index]! }))
    .filter(({ word }) => word)
    .flatMap(partedCode)
}

const FIGURES = /^\d{1,6}[a-z]?$/

/** A document type before a number: `nghị định 168`, `QĐ số 1234`. */
export interface NamedCount {
  /** Number of words of the name or code. */
  length: number
  /** Name and code, the typed one first. */
  spellings: string[][]
  /** Folded form. */
  code: string
  figures: string
}

/** Codes that are no word of Vietnamese, as `đa` is one. */
const UNSPOKEN: ReadonlySet<string> = new Set([...CODES].filter((code) => !/[aeiouy]/.test(code)))

/** Figures with the code of a type behind them: `214/KH`. */
export const codedCountAt = (
  words: readonly string[],
  index: number,
): { code: string; figures: string } | undefined => {
  const [figures = '', code = ''] = words.slice(index, index + 2)
  return FIGURES.test(figures) && UNSPOKEN.has(code) ? { code, figures } : undefined
}

/** The document type named at a word, if a number follows it. */
export const namedCountAt = (words: readonly string[], index: number): NamedCount | undefined => {
  for (const [name, code] of foldedTypeNames)
    for (const [typed, other] of [
      [name.split(' '), [code]],
      [[code], name.split(' ')],
    ] as const) {
      if (!typed.every((word, at) => words[index + at] === word)) continue
      const after = index + typed.length
      const figures = words[words[after] === 'so' ? after + 1 : after]
      if (figures && FIGURES.test(figures))
        return { length: typed.length, spellings: [[...typed], [...other]], code, figures }
    }
  return undefined
}
