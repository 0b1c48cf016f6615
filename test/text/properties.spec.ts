import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIsoDay, listDay, parseDay, proseDay } from '../../lib/text/dates.ts'
import { fold } from '../../lib/text/fold.ts'
import { normalise } from '../../lib/text/normalise.ts'
import { slugOf } from '../../lib/text/slug.ts'
import { anyText, sampled } from './anyText.ts'

const vietnamese = sampled(
  ...'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ'.split(''),
  ...'AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴĐ'.split(''),
  ...'bcghklmnpqrstvx .,–“”'.split(''),
)

const day = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('normalise', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text))
      }),
    )
  })

  it('gives one text for all spellings in Unicode of the same Vietnamese', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(normalise(text.normalize('NFD'))).toBe(normalise(text.normalize('NFC')))
      }),
    )
  })

  it('leaves nothing invisible but what parts Khmer words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalise(text)).not.toMatch(
          /[\u00ad\u00a0\u200e\u200f\u202f\u2060\ufeff]|(?<![\u1780-\u17ff\u19e0-\u19ff\u200b-\u200d])[\u200b-\u200d]+(?![\u1780-\u17ff\u19e0-\u19ff\u200b-\u200d])/,
        )
      }),
    )
  })

  it('loses no Khmer', () => {
    const khmer = (text: string) => text.replace(/[^\u1780-\u17ff]/g, '').normalize('NFC')
    fc.assert(
      fc.property(anyText, (text) => {
        expect(khmer(normalise(text))).toBe(khmer(text))
      }),
    )
  })
})

describe('fold', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })

  it('makes plain ASCII of every Vietnamese letter, in whichever Unicode form', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(fold(text)).toMatch(/^[a-z .,–“”]*$/)
        expect(fold(text.normalize('NFD'))).toBe(fold(text))
      }),
    )
  })

  it('does not tell apart where the tone stands', () => {
    const tone = fc.constantFrom('\u0300', '\u0301', '\u0303', '\u0309', '\u0323')
    fc.assert(
      fc.property(fc.constantFrom('oa', 'oe', 'uy'), tone, ([first, second], mark) => {
        expect(fold(`${first}${mark}${second}`)).toBe(fold(`${first}${second}${mark}`))
      }),
    )
  })
})

describe('slugOf', () => {
  it('is an address of the allowed length, or empty', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, vietnamese), fc.integer({ min: 1, max: 120 }), (text, max) => {
        const slug = slugOf(text, max)
        expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
        expect(slug.length).toBeLessThanOrEqual(max)
        expect(slugOf(slug, max)).toBe(slug)
      }),
    )
  })
})

describe('a day', () => {
  it('reads back from both styles', () => {
    fc.assert(
      fc.property(day, (iso) => {
        expect(isIsoDay(iso)).toBe(true)
        expect(parseDay(proseDay(iso))).toBe(iso)
        expect(parseDay(listDay(iso))).toBe(iso)
        expect(parseDay(iso)).toBe(iso)
      }),
    )
  })

  it('is one exactly when the calendar has it', () => {
    const two = fc.integer({ min: 0, max: 40 }).map((value) => String(value).padStart(2, '0'))
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), two, two, (year, month, date) => {
        const text = `${year}-${month}-${date}`
        const instant = new Date(`${text}T00:00:00Z`)
        const real = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
        expect(isIsoDay(text)).toBe(real)
      }),
    )
  })
})
