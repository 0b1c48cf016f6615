import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginningOf } from './beginningOf.ts'

describe('the beginning of a text', () => {
  it.each([
    ['Kế hoạch', 20, 'Kế hoạch'],
    ['Kế hoạch', 4, 'Kế h'],
    ['Kê\u0301', 2, 'K'],
    ['ច្បាប់ថ្មី', 3, ''],
    ['ច្បាប់ថ្មី', 5, 'ច្បា'],
    ['ស្ត្រី', 5, ''],
    ['法𠮷野', 2, '法'],
    ['法𠮷野', 3, '法𠮷'],
    ['葛\u{e0100}城', 2, ''],
    ['👨‍👩‍👧 gia đình', 5, ''],
  ])('%s within %i is %j', (text, most, beginning) => {
    expect(beginningOf(text, most)).toBe(beginning)
  })

  it('is within its length, begins the text and cuts no letter', () => {
    const piece = fc.constantFrom('ស្ត្រី', 'ច្បា', 'ប់', '法', '𠮷', 'e\u0323\u0302', 'ệ', ' ', '👨‍👩‍👧')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(60), (pieces, most) => {
        const text = pieces.join('')
        const cut = beginningOf(text, most)
        expect(cut.length).toBeLessThanOrEqual(most)
        expect(text.startsWith(cut)).toBe(true)
        expect(pieces.some((_, count) => pieces.slice(0, count).join('') === cut) || cut === text).toBe(true)
      }),
    )
  })
})
