import { describe, expect, it } from 'vitest'
import { fold } from './fold.ts'
import { normalise, normaliseNumber } from './normalise.ts'
import { slugOf } from './slug.ts'

describe('normalise', () => {
  it('stores decomposed, padded and pasted text in one form', () => {
    expect(normalise('\ufeff Ke\u0302\u0301\u200b\u00a0hoa\u0323ch\u00ad ')).toBe('Kế hoạch')
  })

  it('keeps the word breaks of Khmer', () => {
    expect(normalise('ច្បាប់\u200bថ្មី')).toBe('ច្បាប់\u200bថ្មី')
    expect(normalise('\u200bច្បាប់\u200b')).toBe('ច្បាប់')
  })
})

describe('normalise, of what no text has', () => {
  it.each([
    ['a\u0000b\u0007\u001b[31m', 'ab[31m'],
    ['Kế\ud800 hoạch\udc00', 'Kế hoạch'],
    ['😀 𠮷', '😀 𠮷'],
    ['một\r\nhai\u000bba\u2028bốn', 'một\nhai\nba\nbốn'],
    ['\u0000', ''],
    ['cột\tcột', 'cột\tcột'],
  ])('makes %j into %j', (typed, kept) => {
    expect(normalise(typed)).toBe(kept)
  })
})

describe('normaliseNumber', () => {
  it('makes one Đ, one hyphen and no spaces of what keyboards and scanners give', () => {
    expect(normaliseNumber(' 12 / Q\u00d0 – UBND ')).toBe('12/Q\u0110-UBND')
    expect(normaliseNumber('Q\u0189\u2011UBND')).toBe('Q\u0110-UBND')
  })
})

describe('fold', () => {
  it('finds Vietnamese without its marks, wherever the tone stands', () => {
    expect(fold('Ủy ban, Đề án')).toBe('uy ban, de an')
    expect(fold('Uỷ hòa')).toBe(fold('Ủy hoà'))
    expect(fold('\u00d0ất')).toBe('dat')
  })

  it('leaves Khmer whole', () => {
    expect(fold('ច្បាប់')).toBe('ច្បាប់')
  })
})

describe('slugOf', () => {
  it('writes an address', () => {
    expect(slugOf('84/KH-UBND Triển khai thực hiện Đề án “Phát huy…”')).toBe(
      '84-kh-ubnd-trien-khai-thuc-hien-de-an-phat-huy',
    )
  })

  it('cuts between words, and inside one only when it must', () => {
    expect(slugOf('phổ biến pháp luật', 11)).toBe('pho-bien')
    expect(slugOf('phổ biến pháp luật', 8)).toBe('pho-bien')
    expect(slugOf('phobienphapluat', 8)).toBe('phobienp')
  })

  it('is empty for a title without Latin letters', () => {
    expect(slugOf('ច្បាប់')).toBe('')
  })
})
