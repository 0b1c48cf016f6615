import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutAtWord } from './cutAtWord.ts'

describe('a text cut at a word', () => {
  it.each([
    ['Kế hoạch', 20, 'Kế hoạch'],
    ['Kế hoạch trợ giúp pháp lý', 16, 'Kế hoạch trợ…'],
    ['Kế hoạch trợ giúp pháp lý', 18, 'Kế hoạch trợ giúp…'],
    ['Quyết định (sửa đổi, bổ sung)', 16, 'Quyết định (sửa…'],
    ['Quyết định (sửa đổi, bổ sung)', 13, 'Quyết định…'],
    ['Mộtchữrấtdàikhôngcókhoảngtrắng', 10, 'Mộtchữrất…'],
    ['关于印发法律援助工作计划的通知', 9, '关于印发法律援助…'],
    ['ច្បាប់ស្តីពីជំនួយផ្នែកច្បាប់', 12, 'ច្បាប់ស្តី…'],
  ])('%s within %i is %j', (text, most, cut) => {
    expect(cutAtWord(text, most)).toBe(cut)
  })

  it('is within its length and begins the text', () => {
    const piece = fc.constantFrom('ស្ត្រី', 'ច្បា', '法', '𠮷', 'ệ', ' ', 'trợ', 'giúp', ', ', '👨‍👩‍👧')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 80 }), (pieces, most) => {
        const text = pieces.join('')
        const cut = cutAtWord(text, most)
        expect(cut.length).toBeLessThanOrEqual(most)
        expect(cut === text || (cut.endsWith('…') && text.startsWith(cut.slice(0, -1)))).toBe(true)
      }),
    )
  })
})
