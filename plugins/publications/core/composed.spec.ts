import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from './canonical.ts'
import { composed } from './composed.ts'

const isMark = /^\p{M}$/u
/** Every mark of Unicode. */
const MARKS = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((sign) => isMark.test(sign))

const words = fc.string({ unit: 'grapheme' })
const marks = fc.array(fc.constantFrom(...MARKS), { maxLength: 120 }).map((heap) => heap.join(''))
const heaps = fc.array(fc.tuple(words, marks), { maxLength: 6 }).map((parts) => parts.flat().join(''))

it('is what the engine makes of a text, of any text', () => {
  for (const text of [words, fc.string({ unit: 'binary' }), heaps])
    fc.assert(
      fc.property(text, (given) => {
        expect(composed(given)).toBe(given.normalize('NFC'))
      }),
      { numRuns: 500 },
    )
})

it('is so for heaps of all marks, forwards and backwards, and of each mark beside others', () => {
  const all = MARKS.join('')
  for (const heap of [all, [...all].reverse().join(''), ...MARKS.map((mark) => `${mark}\u0301\u0323`.repeat(12))])
    expect(composed(`a${heap}b`)).toBe(`a${heap}b`.normalize('NFC'))
})

it('leaves the spelling of every value as it was before heaps were sorted', () => {
  const before = (value: unknown): unknown =>
    typeof value === 'string'
      ? value.normalize('NFC')
      : Array.isArray(value)
        ? value.map(before)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, before(one)]))
          : value
  const json = fc.letrec((tie) => ({
    value: fc.oneof(words, heaps, fc.integer(), fc.boolean(), fc.constant(null), tie('list'), tie('object')),
    list: fc.array(tie('value'), { maxLength: 4 }),
    object: fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
  })).value
  fc.assert(
    fc.property(json, (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(before(value))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(before(value))))
    }),
  )
})
