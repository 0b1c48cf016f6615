import type { TopicKey } from './topics/index.ts'
import type { TypeCode } from './types.ts'

/** A document of the corpus: what it is made from, which defines the answers to questions, and what is printed. */
export interface CorpusDocument {
  key: string
  topic: TopicKey
  /** What is done, in full, however the title abbreviates it. */
  matter: string
  type: TypeCode | 'news' | 'leaflet'
  /** Name of its place. */
  place: string
  /** Abbreviation of its issuer. */
  issuer: string
  year: number
  /** Day of issue, `YYYY-MM-DD`. */
  day: string
  /** The figures of its number, `214`. */
  figures?: string
  /** Letters of its number, `KH-UBND`. */
  symbol?: string
  /** Whole number, `214/KH-UBND`. */
  number?: string
  /** Whether the title has letters in place of the topic's name. */
  isAbbreviated: boolean
  /** By language. */
  titles: { vi: string; km?: string; zh?: string }
  issuerName: string
  summary: string
}

/** What all answers to a question have in common. */
export type Wanted = Partial<
  Pick<
    CorpusDocument,
    'topic' | 'matter' | 'type' | 'place' | 'issuer' | 'issuerName' | 'year' | 'day' | 'figures' | 'symbol' | 'number'
  >
>

/** The documents that were made from these parts. */
export const madeFrom = (corpus: readonly CorpusDocument[], wanted: Wanted): CorpusDocument[] =>
  corpus.filter((document) =>
    Object.entries(wanted).every(([part, value]) => document[part as keyof CorpusDocument] === value),
  )
