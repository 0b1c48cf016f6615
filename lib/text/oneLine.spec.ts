import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oneLine } from './oneLine.ts'

describe('one line', () => {
  it.each([
    ['Kế hoạch', 'Kế hoạch'],
    ['a\r\nBcc: b@example.org', 'a Bcc: b@example.org'],
    ['hóa đơn \u202efdp.exe\u202c', 'hóa đơn  fdp.exe'],
    ['\u2066a\u2069', 'a'],
    ['a\u2028b\u0000c\u0085d', 'a b c d'],
    ['a\ud800b', 'a b'],
    ['𠮷', '𠮷'],
    ['ច្បាប់\u200bថ្មី', 'ច្បាប់\u200bថ្មី'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
  ])('of %j is %j', (text, line) => {
    expect(oneLine(text)).toBe(line)
  })

  it('holds whole characters alone, and is a line already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = oneLine(text)
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
        expect(oneLine(line)).toBe(line)
      }),
    )
  })
})
