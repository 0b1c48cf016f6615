import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseForm } from './chinese.ts'
import { halfWidth } from './halfWidth.ts'
import { khmerForm } from './khmer.ts'

/** Consonants, subscripts, shifters, vowels, signs, figures, joiners, and what is no Khmer. */
const khmerPieces = [
  ...['ក', 'ស', 'ត', 'រ', 'ខ', 'ម', 'ច', '\u17d2ត', '\u17d2ដ', '\u17d2រ', '\u17d2ម', '\u17d2', '\u17c9', '\u17ca'],
  ...['\u17b6', '\u17b8', '\u17c1', '\u17c2', '\u17be', '\u17c4', '\u17c6', '\u17cb', '\u200b', '\u200c', '\u200d'],
  ...['២', '៤', ' ', 'a', 'ệ', '法'],
]
const khmerish = fc.array(fc.constantFrom(...khmerPieces), { maxLength: 20 }).map((pieces) => pieces.join(''))

describe('Khmer in one spelling', () => {
  it.each([
    ['ស្រ្តី', 'ស្ត្រី'],
    ['ស្ដ្រី', 'ស្ត្រី'],
    ['ខែ្មរ', 'ខ្មែរ'],
    ['សេចក្ដី', 'សេចក្តី'],
    ['ក\u17c1\u17b6', 'កោ'],
    ['ស\u17c1\u17b8', 'សើ'],
    ['កំា', 'កាំ'],
    ['ស\u200c៊ី', 'ស៊ី'],
    ['ឆ្នាំ២០២៤', 'ឆ្នាំ2024'],
  ])('%s is %s', (typed, form) => {
    expect(khmerForm(typed)).toBe(form)
  })

  it('keeps what differs apart', () => {
    const words = ['ក្រ', 'ករ', 'កា', 'ក', 'តា', 'ដា', 'ក្ត', 'ត្ក']
    expect(new Set(words.map(khmerForm)).size).toBe(words.length)
  })

  it('is the same the second time, and leaves other scripts alone', () => {
    fc.assert(
      fc.property(khmerish, (text) => {
        expect(khmerForm(khmerForm(text))).toBe(khmerForm(text))
      }),
      { numRuns: 1000 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        if (!/[\u1780-\u17ff]/.test(text)) expect(khmerForm(text)).toBe(text)
      }),
    )
  })
})

describe('Chinese in simplified characters', () => {
  it.each([
    ['調解', '调解'],
    ['離婚手續', '离婚手续'],
    ['醫療保險', '医疗保险'],
    ['投訴舉報', '投诉举报'],
    ['法律援助', '法律援助'],
    ['Luật Đất đai 土地', 'Luật Đất đai 土地'],
  ])('%s is %s', (typed, form) => {
    expect(chineseForm(typed)).toBe(form)
  })

  it('keeps every place and is the same the second time, of each character', () => {
    for (let code = 0x3400; code <= 0x9fff; code += 1) {
      const form = chineseForm(String.fromCharCode(code))
      expect(form).toHaveLength(1)
      expect(chineseForm(form)).toBe(form)
    }
  })

  it('keeps every place and is the same the second time, in any text', () => {
    const han = fc.integer({ min: 0x3400, max: 0x9fff }).map((code) => String.fromCharCode(code))
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(han, fc.constantFrom('a', 'ệ', ' ', 'ក')) }), (text) => {
        const form = chineseForm(text)
        expect(form.length).toBe(text.length)
        expect(chineseForm(form)).toBe(form)
      }),
    )
  })
})

describe('full-width signs', () => {
  it('are usual ones in the same places', () => {
    expect(halfWidth('８４／ＫＨ－ＵＢＮＤ')).toBe('84/KH-UBND')
    expect(halfWidth('Ủy ban 法律，2024')).toBe('Ủy ban 法律,2024')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(halfWidth(text).length).toBe(text.length)
      }),
    )
  })
})
