import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatDocumentNumber } from '../../lib/text/documentNumber.ts'
import { decode } from '../../src/importer/core/decode.ts'
import { readPages } from '../../src/importer/core/pages.ts'
import type { Note, ReadDirective, ReadPage } from '../../src/importer/core/types.ts'
import { GOLDENS, type Golden, type GoldenDirective } from './portals/goldens.ts'

const FOLDER = 'test/importer/portals'

const pageOf = (name: string): ReadPage => {
  const decoded = decode(readFileSync(`${FOLDER}/${name}`))
  if ('unreadable' in decoded) throw new Error(decoded.unreadable.en)
  const pages = readPages(decoded.text, '2026-11-24')
  expect(pages).toHaveLength(1)
  return pages[0]!
}

/** Each note as the words that the golden has of it; a note that the golden has no words of as it is. */
const told = (notes: Note[], golden: string[] = []): string[] =>
  notes.map(({ vi }) => golden.find((words) => vi.includes(words)) ?? vi).sort()
const sorted = (list: string[] = []): string[] => [...list].sort()

const readDirective = (read: ReadDirective, golden: GoldenDirective | undefined) => ({
  number: formatDocumentNumber(read.number),
  title: read.title,
  issuedOn: read.issuedOn && !read.refused?.vi.includes('lập nước') ? read.issuedOn : undefined,
  issuer: read.issuerName,
  from: read.effectiveFrom,
  to: read.effectiveTo,
  period: read.period && `${read.period.fromYear}-${read.period.toYear}`,
  objectives: read.objectives,
  implementers: read.implementers,
  groups: read.taskGroups.map(({ heading }) => heading),
  relations: read.relations.map(({ type, scope, citedAs }) => `${type}${scope ? ` (${scope})` : ''}: ${citedAs}`),
  refused: told(read.refused ? [read.refused] : [], golden?.refused ? [golden.refused] : []),
  notes: told(read.notes, golden?.notes),
})

const expectedDirective = (golden: GoldenDirective) => ({
  issuedOn: undefined,
  issuer: undefined,
  from: undefined,
  to: undefined,
  period: undefined,
  objectives: undefined,
  implementers: undefined,
  ...golden,
  groups: golden.groups ?? [],
  relations: golden.relations ?? [],
  refused: golden.refused ? [golden.refused] : [],
  notes: sorted(golden.notes),
})

/** What was read off a page, in the form of its golden. */
const readOf = ({ article, directives, videos, notes }: ReadPage, golden: Golden) => ({
  title: article?.title,
  byline: article?.byline,
  authors: article?.authors,
  postedOn: article?.postedOn,
  source: article?.source,
  refused: told(article?.refused ? [article.refused] : [], golden.refused ? [golden.refused] : []),
  paragraphs: article?.paragraphs.map((words, at) => {
    const begins = golden.paragraphs[at]
    return begins !== undefined && words.startsWith(begins) ? begins : words
  }),
  directives: directives.map((directive, at) => readDirective(directive, golden.directives[at])),
  videos: videos.map(({ refused, recordedOn }) => refused?.vi.slice(0, 18) ?? recordedOn),
  pageNotes: told(notes, golden.pageNotes),
  notes: told(article?.notes ?? [], golden.notes),
})

const expectedOf = (golden: Golden) => ({
  byline: undefined,
  postedOn: undefined,
  source: undefined,
  ...golden,
  authors: golden.authors ?? [],
  refused: golden.refused ? [golden.refused] : [],
  directives: golden.directives.map(expectedDirective),
  videos: golden.videos ?? [],
  pageNotes: sorted(golden.pageNotes),
  notes: sorted(golden.notes),
})

describe('a page of a portal', () => {
  it.each(Object.entries(GOLDENS))(
    '%s gives what a person reads in it, and tells what it does not give',
    (name, golden) => {
      expect(readOf(pageOf(name), golden)).toEqual(expectedOf(golden))
    },
  )

  it('has its golden, every one', () => {
    expect(
      readdirSync(FOLDER)
        .filter((name) => !name.endsWith('.ts'))
        .sort(),
    ).toEqual(Object.keys(GOLDENS).sort())
  })
})
