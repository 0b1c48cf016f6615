import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../lib/text/fold.ts'
import { foldWhere } from './foldWhere.ts'
import { foldedQueries, foundBy } from './foundBy.ts'

const first = foundBy({
  stored: null,
  now: { 'title.vi': 'Kế hoạch Hòa giải', 'numberAndSymbol.vi': '214/KH-UBND' },
  keepsFormer: false,
})

describe('the text by which a row is found', () => {
  it('is folded, and holds no name of a field', () => {
    expect(first).toContain('ke hoach hoa giai')
    expect(first).toContain('214/kh-ubnd')
    for (const name of ['title', 'vi', 'number', 'former']) expect(first).not.toContain(name)
  })

  it('keeps what is not saved now, and replaces what is', () => {
    const next = foundBy({ stored: first, now: { 'title.vi': 'Kế hoạch hòa giải cơ sở' }, keepsFormer: false })
    expect(next).toContain('214/kh-ubnd')
    expect(next).toContain('hoa giai co so')
    expect(foundBy({ stored: next, now: { 'title.vi': null }, keepsFormer: false })).not.toContain('hoa giai')
  })

  it('keeps earlier names of what others know, once', () => {
    const rename = (stored: string, title: string) => foundBy({ stored, now: { 'title.vi': title }, keepsFormer: true })
    const twice = rename(rename(first, 'Tên hai'), 'Tên ba')
    for (const name of ['ke hoach hoa giai', 'ten hai', 'ten ba']) expect(twice).toContain(name)
    const back = rename(twice, 'Tên hai')
    expect(back.split('ten hai')).toHaveLength(2)
    expect(back).toContain('ten ba')
  })

  it('is the same the second time, whatever is saved', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 })
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('title.vi', 'title.km', 'slug.vi'), text),
        fc.boolean(),
        (now, keeps) => {
          const once = foundBy({ stored: first, now, keepsFormer: keeps })
          expect(foundBy({ stored: once, now, keepsFormer: keeps })).toBe(once)
          for (const words of Object.values(now)) expect(once).toContain(fold(words))
        },
      ),
    )
  })
})

describe('a typed search', () => {
  it('stands for its synonyms too', () => {
    const sets = [
      ['PBGDPL', 'phổ biến, giáo dục pháp luật'],
      ['UBND', 'Ủy ban nhân dân'],
    ].map((set) => set.map(fold))
    expect(foldedQueries('Kế hoạch PBGDPL', sets)).toEqual(['ke hoach pbgdpl', 'ke hoach pho bien, giao duc phap luat'])
    expect(foldedQueries('ubndx', sets)).toEqual(['ubndx'])
    expect(foldedQueries('908/QĐ-UBND – Quy định', sets)).toEqual(['908/qd-ubnd quy dinh'])
    expect(foldedQueries(' – ', sets)).toEqual([''])
  })

  it('leaves a condition alone that is none', () => {
    for (const where of [{ or: { a: { like: 'x' } } }, { and: 'x' }, { or: [null, 3] }, { title: null }, {}])
      expect(
        foldWhere({ where: where as never, by: new Set(['title']), field: 'foundBy', queriesOf: (text) => [text] }),
      ).toEqual(where)
  })

  it('replaces text conditions on the fields it knows, wherever they stand, and nothing else', () => {
    const folded = foldWhere({
      where: { and: [{ or: [{ title: { like: 'Đất' } }, { slug: { equals: 'Đất' } }] }, { year: { equals: 3 } }] },
      by: new Set(['title', 'slug']),
      field: 'foundBy',
      queriesOf: (text) => [fold(text), 'khac'],
    })
    expect(folded).toEqual({
      and: [
        {
          or: [{ or: [{ foundBy: { like: 'dat' } }, { foundBy: { like: 'khac' } }] }, { slug: { equals: 'Đất' } }],
        },
        { year: { equals: 3 } },
      ],
    })
  })
})
