import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldedWords } from '../../../lib/text/words.ts'
import { indexedText } from './searchText.ts'

it('indexes a text by the words it is compared by, in every script', () => {
  const sign = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'Ủy ',
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
      '½',
      '/',
      '\n',
      '_',
    ),
    fc.constantFrom('គម្រោង', '司法', 'Kế hoạch 84/KH-UBND', '\0', '\x7f'),
  )
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      expect(indexedText(text)).toBe(foldedWords(text).join(' '))
    }),
    { numRuns: 2_000 },
  )
})
