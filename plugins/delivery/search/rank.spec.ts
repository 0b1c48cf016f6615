import { describe, expect, it } from 'vitest'
import { searchForm } from '../../../lib/text/words.ts'
import { markedText } from '../catalogue/searchText.ts'
import { rank, readTexts } from './rank.ts'
import type { Weighed } from './weigh.ts'

const part = (typed: string, weight: number, markedWeight = weight): Weighed => {
  const [words, marked] = [searchForm(typed).split(' '), markedText(typed).split(' ')]
  return {
    spellings: [words],
    marked: marked.some((word, at) => word !== words[at]) ? marked : undefined,
    apart: words.length > 1,
    unfinished: false,
    weak: false,
    weight,
    markedWeight,
  }
}

/** Titles in the order in which they answer. */
const ordered = (parts: Weighed[], titles: string[]): string[] => {
  const candidates = titles.map((title, id) => ({
    ...{ id, whole: false, numbered: false, fit: 0 },
    ...readTexts({
      ...{ number: '', lead: '', date: '2026-01-01', document: title },
      title: searchForm(title),
      exact: markedText(title),
    }),
  }))
  const typesMarks = parts.some(({ marked }) => marked !== undefined)
  return rank(parts, candidates, { counted: undefined, typesMarks }).map(({ id }) => titles[id]!)
}

describe('what answers', () => {
  it('counts the words of a phrase like words that stand next to each other', () => {
    const parts = [part('tối', 2), part('thiểu', 2), part('tách thửa', 4.2)]
    expect(ordered(parts, ['mức lương tối thiểu', 'điều kiện tách thửa'])[0]).toBe('điều kiện tách thửa')
  })

  it('weighs a word with its marks by how rare it is with them', () => {
    const parts = [part('chống', 2), part('bão', 1, 3)]
    expect(ordered(parts, ['chống lại bạo lực', 'ứng phó bão'])[0]).toBe('ứng phó bão')
  })

  it('prefers a word typed without marks among others with marks where it has none', () => {
    const parts = [part('hát', 1), part('karaoke', 1)]
    expect(ordered(parts, ['hát karaôkê', 'hát karaoke'])[0]).toBe('hát karaoke')
  })

  it('takes letters for the phrase that they stand for', () => {
    const phrase = part('bạo lực gia đình', 8, 9)
    const parts = [{ ...phrase, spellings: [...phrase.spellings, ['blgd']] }, part('kế sách', 3)]
    expect(ordered(parts, ['bạo lực gia đình ở Long Phú', 'BLGĐ ở Kế Sách'])[0]).toBe('BLGĐ ở Kế Sách')
    expect(ordered(parts, ['BLGĐ ở Kế Sách', 'bạo lực gia đình ở Kế Sách'])[0]).toBe('bạo lực gia đình ở Kế Sách')
  })

  it('weighs wrong marks by how many words of a phrase have them', () => {
    const phrase = part('nghĩa vụ quân sụ', 8)
    const parts = [{ ...phrase, spellings: [...phrase.spellings, ['nhap', 'ngu']] }]
    expect(ordered(parts, ['gọi nhập ngũ đợt một', 'khám nghĩa vụ quân sự'])[0]).toBe('khám nghĩa vụ quân sự')
  })

  it('takes a word of a phrase that stands alone for no neighbour of the next', () => {
    const parts = [part('sở tư pháp', 6), part('chứng', 2), part('thực', 2)]
    expect(ordered(parts, ['sổ chứng thực', 'việc chứng thực sở tư pháp'])[0]).toBe('việc chứng thực sở tư pháp')
  })

  it('takes a word that was typed twice for two', () => {
    const parts = [part('han', 1), part('han', 1)]
    expect(ordered(parts, ['hàn quốc', 'hạn hán'])[0]).toBe('hạn hán')
  })

  it('finds two words next to each other wherever they are, not only where each stands first', () => {
    const parts = [part('định', 1), part('mức', 1)]
    expect(ordered(parts, ['quyết định về định mức', 'định về một mức khoán'])[0]).toBe('quyết định về định mức')
  })
})
