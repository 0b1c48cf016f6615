import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { glossaryOf } from './glossary.ts'
import { highlight } from './highlight.ts'
import { readQuestion } from './question.ts'

const glossary = glossaryOf({
  synonyms: [['PBGDPL', 'phổ biến, giáo dục pháp luật']],
  stopWords: ['của', 'về'],
})
const marked = (typed: string, text: string, whole = true) =>
  highlight({ text, parts: readQuestion(typed, glossary).parts, whole })

describe('a highlight', () => {
  it.each([
    ['trien khai', 'Kế hoạch Triển khai Đề án', 'Kế hoạch <mark>Triển khai</mark> Đề án'],
    ['hoà', 'Tổ hòa giải', 'Tổ <mark>hòa</mark> giải'],
    ['khai sin', 'Đăng ký khai sinh', 'Đăng ký <mark>khai sinh</mark>'],
    ['PBGDPL', 'về phổ biến, giáo dục pháp luật', 'về <mark>phổ biến</mark>, <mark>giáo dục pháp luật</mark>'],
    ['phổ biến giáo dục pháp luật', 'Phòng PBGDPL', 'Phòng <mark>PBGDPL</mark>'],
    ['84 kh ubnd', '84/KH-UBND', '<mark>84</mark>/<mark>KH</mark>-<mark>UBND</mark>'],
    ['5/KH', '05/KH-UBND', '<mark>05</mark>/<mark>KH</mark>-UBND'],
    ['vai trò của luật gia', 'vai trò của luật gia của tỉnh', '<mark>vai trò của luật gia</mark> của tỉnh'],
    ['គម្រោង', 'អនុវត្តគម្រោង', 'អនុវត្ត<mark>គម្រោង</mark>'],
    ['援助', '法律援助', '法律<mark>援助</mark>'],
    ['b', '<b>"a" & b</b>', '&lt;<mark>b</mark>&gt;&quot;a&quot; &amp; <mark>b</mark>&lt;/<mark>b</mark>&gt;'],
  ])('of %s in %s', (typed, text, html) => {
    expect(marked(typed, text)).toBe(html)
  })

  it('is not there where nothing answers', () => {
    expect(marked('đất', 'Tổ hòa giải')).toBeUndefined()
  })

  it('of a long text is the passage with most of what was asked for', () => {
    const text = `${'lời mở đầu '.repeat(60)}thừa kế theo di chúc ${'lời kết '.repeat(60)}`
    const html = marked('thừa kế di chúc', text, false)!
    expect(html).toMatch(/^… .*<mark>thừa kế<\/mark> theo <mark>di chúc<\/mark>.* …$/)
    expect(html.length).toBeLessThan(400)
  })

  it('leaves nothing of the text unescaped but its own marks, and loses no word', () => {
    const piece = fc.constantFrom('<', '>', '&', '"', "'", '<script>', '</mark>', 'hòa', 'giải', ' ', '\ud800', 'ក')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const html = marked('hoa giai', text)
        if (html === undefined) return
        expect(html.replace(/<\/?mark>/g, '')).not.toMatch(/[<>"']/)
        const bare = html
          .replace(/<\/?mark>/g, '')
          .replace(
            /&(lt|gt|quot|#39|amp);/g,
            (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name]!,
          )
        expect(bare).toBe(text.replace(/\p{Surrogate}/gu, ''))
      }),
      { numRuns: 500 },
    )
  })

  it('marks and cuts between letters, never within one, in every script', () => {
    const syllables = ['ច្បា', 'ប់', 'ដី', 'ធ្លី', 'ស្ត្រី', 'ស្រ្តី', 'ខ្មែ', 'រ', 'ភ្លើង', '\u200b', ' ']
    const others = ['法', '律', '離', 'e\u0323\u0302', 'ệ', 'hòa', '👨‍👩‍👧', ' ', '. ']
    const text = fc
      .array(fc.constantFrom(...syllables, ...others), { minLength: 1, maxLength: 400 })
      .map((pieces) => pieces.join(''))
    const typed = fc.constantFrom('ច្បាប់', 'ដីធ្លី', 'ស្ត្រី', 'ខ្មែរ', '法律', '离', 'e', 'hoa')
    fc.assert(
      fc.property(text, typed, fc.boolean(), fc.integer({ min: 1, max: 40 }), (piece, q, whole, times) => {
        const html = marked(q, piece.repeat(times), whole)
        for (const part of html?.split(/<\/?mark>|…/) ?? []) {
          expect(part).not.toMatch(/^[\p{M}\u200c]/u)
          expect(part).not.toMatch(/\u17d2$/)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('marks both spellings of a syllable, both ways of writing Chinese, and what a dictionary would cut otherwise', () => {
    expect(marked('ស្រ្តី', 'សម្រាប់ស្ត្រី')).toBe('សម្រាប់<mark>ស្ត្រី</mark>')
    expect(marked('ធានារ៉ាប់រង', 'ការធានារ៉ាប់រងសុខភាព')).toBe('ការ<mark>ធានារ៉ាប់រង</mark>សុខភាព')
    expect(marked('ច្បាប់ដីធ្លី', 'ច្បាប់\u200bដីធ្លី')).toBe('<mark>ច្បាប់\u200bដីធ្លី</mark>')
    expect(marked('离婚', '離婚手續')).toBe('<mark>離婚</mark>手續')
    expect(marked('葛城', '葛\u{e0100}城市')).toBe('<mark>葛\u{e0100}城</mark>市')
  })
})
