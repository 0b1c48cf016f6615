import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { prose } from '../../lib/text/prose.ts'
import { openCatalogue } from '../../plugins/delivery/openCatalogue.ts'
import type { JsonObject } from '../../plugins/publications/index.ts'
import { searchWords } from '../../src/seed/searchWords/index.ts'
import { memoryLog, plan, RULES } from '../../test/delivery/support/log.ts'
import { SENTENCES } from '../made/words.ts'
import { madeCorpus } from './corpus.ts'
import type { CorpusDocument } from './document.ts'
import { madeQuestions, type Question } from './questions/index.ts'
import { type Answered, type Score, scoresByKind } from './score.ts'
import { types } from './types.ts'

const NOW = '2026-06-01T00:00:00.000Z'

const label = (key: string, name: string): JsonObject => ({ collection: 'tags', key, name: { '@vi': name } })

/** A document as its edition freezes it: type and issuer are reference data, as on the portal. */
const frozen = (document: CorpusDocument, place: number) => {
  const { titles, type, issuer, issuerName, number, day, summary } = document
  const kind = type in types ? types[type as keyof typeof types].name : 'Bản tin'
  return plan({
    title: Object.fromEntries(Object.entries(titles).map(([language, title]) => [`@${language}`, title])),
    ...(number ? { number } : {}),
    ...(summary ? { summary: { '@vi': summary } } : {}),
    issuedOn: day,
    tags: [label(type, kind), label(issuer, issuerName)],
    body: { '@vi': { html: '', lexical: prose(SENTENCES[place % SENTENCES.length]!) } },
  })
}

export interface Measured {
  documents: number
  questions: number
  overall: Score
  kinds: Record<string, Score>
  /** Each question with what was answered. */
  answered: readonly (Answered & Question)[]
}

/** Asks the search every question of the test set, over a catalogue of its own that is removed afterwards. */
export const measureRelevance = async (): Promise<Measured> => {
  const corpus = madeCorpus()
  const questions = madeQuestions(corpus)
  const log = memoryLog()
  for (const [place, document] of corpus.entries()) log.append({ document: document.key }, frozen(document, place))
  const dir = mkdtempSync(path.join(tmpdir(), 'congbo-relevance-'))
  const catalogue = openCatalogue({
    dir,
    rules: RULES,
    source: log.source,
    reading: { dated: {}, search: searchWords, site: 'https://phapluat.example.vn' },
    onChange: () => undefined,
  })
  try {
    await catalogue.tail()
    const { read } = catalogue
    const ask = (q: string): string[] =>
      read.finder
        .search({ q, collections: ['plans'], filter: { facets: {} }, now: NOW })
        .ranked.map(({ id }) => read.byId(id)!.state.document)
    const answered = questions.map((question) => ({ ...question, ranked: ask(question.typed) }))
    return { documents: corpus.length, questions: questions.length, ...scoresByKind(answered), answered }
  } finally {
    await catalogue.close()
    rmSync(dir, { recursive: true, force: true })
  }
}
