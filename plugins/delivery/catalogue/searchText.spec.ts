import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldedWords, searchForm } from './searchText.ts'

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const UNSPACED = /[\u1780-\u17ff]|\p{Script=Han}/u

it('folds word by word what it would fold as a whole', () => {
  const sign = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'Ủy',
      'uỷ',
      'hòa',
      'ho\u0300a',
      'Đ',
      'ð',
      ' ',
      '\u0301',
      '＝\u0338',
      'Ａ１',
      'İ',
      'ẞ',
      '½',
      '/',
      '\n',
    ),
  )
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      fc.pre(!UNSPACED.test(text) && !UNSPACED.test(searchForm(text)))
      expect(foldedWords(text)).toEqual(searchForm(text).match(WORD) ?? [])
    }),
    { numRuns: 2_000 },
  )
})
