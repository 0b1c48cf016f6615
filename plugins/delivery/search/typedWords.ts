import { foldedTypeNames } from '../../../lib/text/typeNames.ts'
import { markedWord, placedWords, searchForm, wordLengths } from '../catalogue/searchText.ts'

/** A piece of what was typed. */
export interface TypedPiece {
  /** As it is compared. */
  word: string
  /** The same with its marks. */
  marked: string
  /** How many pieces the word that begins here has. */
  length: number
}

const CODES: ReadonlySet<string> = new Set(foldedTypeNames.map(([, code]) => code))

/** `nq57`, `kh84`: the code of a type and a number, typed in one. */
const partedCode = (piece: TypedPiece): TypedPiece[] => {
  const [, letters = '', figures = ''] = /^([a-z]{2,4})(\d{1,6})$/.exec(piece.word) ?? []
  return CODES.has(letters) ? [letters, figures].map((word) => ({ word, marked: word, length: 1 })) : [piece]
}

/** Of what was typed; what is beyond is left out. */
export const MOST_CHARACTERS = 300

/** The words of what was typed, in the pieces that texts are indexed by. */
export const typedPieces = (whole: string): TypedPiece[] => {
  const typed = whole.slice(0, MOST_CHARACTERS)
  const lengths = wordLengths(typed).flatMap((length) => [length, ...Array<number>(length - 1).fill(1)])
  return placedWords(typed)
    .map(({ text }, index) => ({ word: searchForm(text), marked: markedWord(text), length: lengths[index]! }))
    .filter(({ word }) => word)
    .flatMap(partedCode)
}

const FIGURES = /^\d{1,6}[a-z]?$/

/** A type named before a number: `nghị định 168`, `QĐ số 1234`. */
export interface NamedCount {
  /** Words of the name or the code. */
  length: number
  /** Both, the typed one first. */
  spellings: string[][]
  /** As it is compared. */
  code: string
  figures: string
}

/** The type that is named from a word on, when a number follows it. */
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
