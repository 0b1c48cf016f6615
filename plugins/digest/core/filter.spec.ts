import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FrozenContent } from '../../publications/types.ts'
import { FACETS, type Filter, filterKey, matches, readFilter, subjectOf } from './filter.ts'

const known = {
  collections: new Set(['directives', 'notices']),
  topics: new Set(['tro-giup', 'dat-dai']),
  territories: new Set(['92']),
  audiences: new Set<string>(),
  documentTypes: new Set(['KH']),
  languages: new Set(['vi', 'km']),
}
const facetCollections = {
  topics: 'topics',
  territories: 'territories',
  audiences: 'audiences',
  documentTypes: 'document-types',
}
const content: FrozenContent = {
  format: 1,
  collection: 'directives',
  locales: ['vi'],
  fields: {
    title: { '@vi': 'Kế hoạch' },
    docType: { collection: 'document-types', key: 'KH', name: { '@vi': 'Kế hoạch' } },
    topics: [{ collection: 'topics', key: 'tro-giup', title: { '@vi': 'Trợ giúp' } }],
    issuer: { collection: 'organisations', key: 'ubnd', territory: { collection: 'territories', key: '92' } },
    body: { html: '<p></p>', lexical: { root: { link: { collection: 'topics', key: 'dat-dai' } } } },
  },
}
const subject = subjectOf(content, facetCollections)

describe('readFilter', () => {
  it('sorts values, drops doubles and empty facets', () => {
    expect(readFilter({ input: { collections: ['notices', 'directives', 'notices'], topics: [] }, known })).toEqual({
      filter: { collections: ['directives', 'notices'] },
    })
    expect(readFilter({ input: { collections: 'notices' }, known })).toEqual({ filter: { collections: ['notices'] } })
    expect(readFilter({ input: undefined, known })).toEqual({ filter: {} })
  })

  it.each([
    [{ colour: ['red'] }, 'colour'],
    [{ topics: ['khong-co'] }, 'khong-co', 'topics'],
    [{ topics: [{ equals: 'tro-giup' }] }, '', 'topics'],
    [{ topics: { toString: 1 } }, '', 'topics'],
    [{ topics: [{ toString: 1, valueOf: 2 }] }, '', 'topics'],
    [[], 'filter'],
    ['topics', 'filter'],
    [{ topics: Array(201).fill('dat-dai') }, '', 'topics'],
    [JSON.parse('{"__proto__":["x"]}'), '__proto__'],
  ])('names the part of %j that does not exist', (input, unknown, facet?) => {
    expect(readFilter({ input, known })).toEqual({ unknown, facet })
  })

  it('gives equal filters one key, however they were written', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['directives', 'notices']),
        fc.shuffledSubarray(['tro-giup', 'dat-dai']),
        (a, b) => {
          const read = readFilter({ input: { topics: b, collections: a }, known }) as { filter: Filter }
          const again = readFilter({ input: { collections: [...a].reverse(), topics: b }, known }) as { filter: Filter }
          expect(filterKey(read.filter)).toBe(filterKey(again.filter))
        },
      ),
    )
    expect(filterKey({ topics: ['x'] })).not.toBe(filterKey({ audiences: ['x'] }))
    expect(filterKey({ topics: ['x', 'y'] })).not.toBe(filterKey({ topics: ['x'], audiences: ['y'] }))
  })
})

describe('matches', () => {
  it.each<[Filter, boolean]>([
    [{}, true],
    [{ collections: ['notices', 'directives'] }, true],
    [{ collections: ['notices'] }, false],
    [{ collections: ['directives'], topics: ['dat-dai'] }, false],
    [{ topics: ['tro-giup'], documentTypes: ['KH'], territories: ['92'] }, true],
    [{ audiences: ['nguoi-ngheo'] }, false],
    [{ languages: ['km', 'vi'] }, true],
    [{ languages: ['km'] }, false],
  ])('takes values of one facet as alternatives and facets together: %j', (filter, expected) => {
    expect(matches(filter, subject)).toBe(expected)
  })

  it('does not take what a body mentions for what a document is about', () => {
    expect(subject.topics).toEqual(new Set(['tro-giup']))
  })

  it('asks for more the emptier it is', () => {
    const values = fc.constantFrom('directives', 'notices', 'tro-giup', 'dat-dai', 'KH', '92')
    const filters = fc.record(Object.fromEntries(FACETS.map((facet) => [facet, fc.array(values)])))
    fc.assert(
      fc.property(filters, fc.constantFrom(...FACETS), (filter, facet) => {
        if (matches(filter, subject)) expect(matches({ ...filter, [facet]: [] }, subject)).toBe(true)
      }),
    )
  })
})
