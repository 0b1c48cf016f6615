import { describe, expect, it } from 'vitest'
import { withCorrectedPhrases } from './correctedPhrases.ts'
import { glossaryOf } from './glossary.ts'
import type { Part } from './question.ts'
import { mostTelling, type Weighed } from './weigh.ts'

const glossary = glossaryOf({ synonyms: [['THADS', 'thi hành án dân sự']], stopWords: [] })
const weighed = (part: Part): Weighed => ({ ...part, weight: 9, markedWeight: 9 })
const term = (word: string, ...corrected: string[]): Weighed => ({
  ...{ spellings: [[word], ...corrected.map((one) => [one])], marked: undefined, apart: false },
  ...{ unfinished: false, weak: false, weight: 1, markedWeight: 1 },
  ...(corrected.length ? { corrected } : {}),
})
const joined = (...parts: Weighed[]) =>
  withCorrectedPhrases(parts, glossary, weighed).map(({ spellings }) => spellings.map((words) => words.join(' ')))
const phrase = ['thi hanh an dan su', 'thads']

describe('a corrected word', () => {
  it('makes a phrase of the glossary with the words around it, whichever correction it takes', () => {
    expect(joined(term('qua'), term('thi'), term('hnah', 'han', 'hanh'), term('an'), term('dan'), term('su'))).toEqual([
      ['qua'],
      phrase,
    ])
    const telex = [term('thi'), term('hanhf', 'hanh'), term('asn', 'an'), term('daan', 'dan'), term('suwj', 'su')]
    expect(joined(...telex, term('qua'), ...telex)).toEqual([phrase, ['qua'], phrase])
  })

  it('stays a word where no phrase goes across it', () => {
    expect(joined(term('hnah', 'hanh'), term('chinh'))).toEqual([['hnah', 'hanh'], ['chinh']])
    expect(joined(term('thi'), term('hanh'))).toEqual([['thi'], ['hanh']])
  })
})

describe('a whole title', () => {
  it('is searched by its rarest terms, in their order, and no two are neighbours across a gap', () => {
    const parts = Array.from({ length: 20 }, (_, at) => ({ ...term(`w${at}`), weight: at % 5 === 0 ? 0.1 : at }))
    const kept = mostTelling(parts)
    expect(kept.map(({ spellings }) => spellings[0]![0])).toEqual(
      [6, 7, 8, 9, 11, 12, 13, 14, 16, 17, 18, 19].map((at) => `w${at}`),
    )
    expect(kept.filter(({ afterGap }) => afterGap).map(({ spellings }) => spellings[0]![0])).toEqual([
      'w6',
      'w11',
      'w16',
    ])
    expect(mostTelling(parts.slice(0, 12))).toEqual(parts.slice(0, 12))
  })
})
