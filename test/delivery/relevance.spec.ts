import { beforeAll, describe, expect, it } from 'vitest'
import { madeCorpus } from '../../bench/relevance/corpus.ts'
import { type Measured, measureRelevance } from '../../bench/relevance/measure.ts'
import { madeQuestions } from '../../bench/relevance/questions/index.ts'
import { telexOf, turnedAround, withSlip } from '../../bench/relevance/questions/typing.ts'
import { scoreTable } from '../../bench/relevance/report.ts'
import { recall, reciprocalRank, scoresByKind } from '../../bench/relevance/score.ts'

/** A little below what the search reaches. */
const LEAST = { recallAt10: 0.98, mrr: 0.985 }

describe('a score', () => {
  const relevant = new Set(['a', 'b'])
  const others = Array.from({ length: 10 }, (_, index) => `x${index}`)

  it('is the share of relevant documents among the first ten', () => {
    expect(recall({ ranked: ['a', 'x', 'b'], relevant })).toBe(1)
    expect(recall({ ranked: ['a', ...others, 'b'], relevant })).toBe(0.5)
    expect(recall({ ranked: ['a', 'a'], relevant })).toBe(0.5)
    expect(recall({ ranked: [], relevant })).toBe(0)
  })

  it('takes more than ten relevant documents for ten', () => {
    const many = new Set([...others, 'y', 'z'])
    expect(recall({ ranked: others, relevant: many })).toBe(1)
    expect(recall({ ranked: others.slice(0, 5), relevant: many })).toBe(0.5)
  })

  it('is one divided by the place of the first relevant document', () => {
    expect(reciprocalRank({ ranked: ['b', 'a'], relevant })).toBe(1)
    expect(reciprocalRank({ ranked: ['x', 'y', 'b'], relevant })).toBeCloseTo(1 / 3)
    expect(reciprocalRank({ ranked: ['x'], relevant })).toBe(0)
  })

  it('is a mean over all questions, and over those of a kind', () => {
    const { overall, kinds } = scoresByKind([
      { kind: 'one', ranked: ['a', 'b'], relevant },
      { kind: 'one', ranked: ['x', 'a'], relevant },
      { kind: 'other', ranked: [], relevant },
    ])
    expect(overall).toEqual({ questions: 3, recallAt10: 0.5, mrr: 0.5 })
    expect(kinds).toEqual({
      one: { questions: 2, recallAt10: 0.75, mrr: 0.75 },
      other: { questions: 1, recallAt10: 0, mrr: 0 },
    })
  })
})

describe('the test set of the search', () => {
  const corpus = madeCorpus()
  const questions = madeQuestions(corpus)

  it('is large, and the same on every run', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(2_000)
    expect(questions.length).toBeGreaterThanOrEqual(200)
    expect(madeCorpus()).toEqual(corpus)
    expect(madeQuestions(corpus)).toEqual(questions)
  })

  it('has an answer to every question, and no Vietnamese title twice', () => {
    expect(questions.filter(({ relevant }) => relevant.size === 0).map(({ typed }) => typed)).toEqual([])
    const titles = corpus.filter(({ type }) => type !== 'leaflet').map(({ titles: { vi } }) => vi)
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('types as people do', () => {
    expect(telexOf('phổ biến đường Ứng')).toBe('phoor bieens dduwowngf uwngs')
    expect(turnedAround('hòa giải ở cơ sở')).toBe('sở ở cơ hòa giải')
    const draws = [0, 1, 2].map((slip) => [0, slip, 1])
    expect(draws.map((draw) => withSlip('hòa giải', () => draw.shift()!))).toEqual(['hòa giả', 'hòa giiả', 'hòa giảii'])
  })
})

describe('the search', () => {
  let measured: Measured
  beforeAll(async () => {
    measured = await measureRelevance()
    process.stdout.write(`${scoreTable(measured)}\n`)
  })

  it('finds what answers, and puts it first', () => {
    expect(measured.overall.recallAt10).toBeGreaterThanOrEqual(LEAST.recallAt10)
    expect(measured.overall.mrr).toBeGreaterThanOrEqual(LEAST.mrr)
  })
})
