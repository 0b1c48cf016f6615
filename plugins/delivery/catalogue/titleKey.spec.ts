import fc from 'fast-check'
import { expect, it } from 'vitest'
import { titleKey } from './titleKey.ts'

const byKey = (a: string, b: string) => (titleKey(a) < titleKey(b) ? -1 : titleKey(a) > titleKey(b) ? 1 : 0)
const collator = new Intl.Collator('vi')

it('sorts đ after d, ă and â after a, and tones after letters', () => {
  const sorted = ['Đất đai', 'Dân sự', 'Ân xá', 'An ninh', 'Ăn uống', 'Án phí', 'Ẩm thực', 'Bản tin'].sort(byKey)
  expect(sorted).toEqual(['An ninh', 'Án phí', 'Ăn uống', 'Ẩm thực', 'Ân xá', 'Bản tin', 'Dân sự', 'Đất đai'])
})

it('agrees with Intl.Collator on Vietnamese words, whatever their case and tones', () => {
  const letter = fc.constantFrom(
    ...'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ',
    ...'AÀĂẰÂẦBDĐEÊIOÔƠUƯỨY',
    ...'0123456789 ',
  )
  const text = fc.array(letter, { minLength: 1, maxLength: 12 }).map((letters) => letters.join('').trim())
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(byKey(a, b))).toBe(Math.sign(collator.compare(a, b)))
    }),
    { numRuns: 2000 },
  )
})

it('gives one key to composed and decomposed spellings', () => {
  fc.assert(
    fc.property(fc.constantFrom('Ủy ban', 'Kế hoạch', 'Hòa giải', 'Đề án'), (title) => {
      expect(titleKey(title.normalize('NFD'))).toBe(titleKey(title))
    }),
  )
})
