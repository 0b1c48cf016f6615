import { type CorpusDocument, madeFrom, type Wanted } from '../document.ts'

/** A typed question and the documents that answer it, known from how they were made. */
export interface Question {
  kind: string
  typed: string
  relevant: ReadonlySet<string>
}

export const keysOf = (documents: readonly CorpusDocument[]): ReadonlySet<string> =>
  new Set(documents.map(({ key }) => key))

/** A question whose answers are all documents made from any of the given parts. */
export const question = (
  corpus: readonly CorpusDocument[],
  kind: string,
  typed: string,
  ...wanted: Wanted[]
): Question => ({ kind, typed, relevant: keysOf(wanted.flatMap((parts) => madeFrom(corpus, parts))) })
