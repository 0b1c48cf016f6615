import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { glossaryOf } from './glossary.ts'
import { readQuestion } from './question.ts'
import { fromTelex, isOneSlip } from './spelling.ts'

const glossary = glossaryOf({
  synonyms: [
    ['UBND', 'Ủy ban nhân dân'],
    ['sổ đỏ', 'giấy chứng nhận quyền sử dụng đất'],
  ],
  stopWords: ['cho', 'của', 'tôi muốn'],
})
const read = (typed: string) => readQuestion(typed, glossary)

describe('what was typed', () => {
  it.each([
    ['84/KH-UBND', '84-kh-ubnd'],
    ['84 kh ubnd', '84-kh-ubnd'],
    ['kế hoạch số 084 / KH – UBND', '84-kh-ubnd'],
    ['42/2024/QĐ-UBND', '42-2024-qd-ubnd'],
    ['84/2024/KH-UBND', '84-kh-ubnd'],
    ['36-NQ/TW', '36-nq-tw'],
    ['công văn số 12', '12'],
    ['84', '84'],
  ])('%s holds the number %s', (typed, key) => {
    expect(read(typed).numbers).toContain(key)
  })

  it('holds no number where a figure stands alone among words', () => {
    expect(read('luật đất đai 2024').numbers).toEqual([])
  })

  it('is known by its abbreviation and by what it stands for', () => {
    expect(read('ubnd tỉnh').parts[0]!.spellings).toEqual([['ubnd'], ['uy', 'ban', 'nhan', 'dan']])
    expect(read('Uỷ ban nhân dân tỉnh').parts.map((part) => part.spellings)).toEqual([
      [['uy', 'ban', 'nhan', 'dan'], ['ubnd']],
      [['tinh']],
    ])
  })

  it('is known by letters for a part of it', () => {
    const { at } = glossaryOf({
      synonyms: [
        ['BLGĐ', 'bạo lực gia đình'],
        ['PCBLGĐ', 'phòng, chống bạo lực gia đình'],
      ],
      stopWords: [],
    })
    const whole = ['phong', 'chong', 'bao', 'luc', 'gia', 'dinh']
    const mixed = ['phong', 'chong', 'blgd']
    expect(at(whole, 0)?.spellings).toEqual([whole, ['pcblgd'], mixed])
    expect(at([...mixed, 'tinh'], 0)).toEqual({ length: 3, spellings: [mixed, ['pcblgd'], whole] })
  })

  it('names a type before a number, in full, by its code, with or without a space', () => {
    for (const typed of ['nghị định 168', 'nghi dinh so 168', 'NĐ 168', 'nd168', 'ND số 0168'])
      expect(read(typed).counted, typed).toEqual({ code: 'nd', figures: '168' })
    expect(read('nđ 168').parts[0]!.spellings).toEqual([['nd'], ['nghi', 'dinh']])
    expect(read('nghị định của Chính phủ').counted).toBeUndefined()
    expect(read('168 nghị định').counted).toBeUndefined()
    expect(read('168/NĐ').counted).toEqual({ code: 'nd', figures: '168' })
    // `đa` is a word, not the code of a `đề án`.
    expect(read('14 đa dạng').counted).toBeUndefined()
  })

  it('has a figure with and without its zero', () => {
    expect(read('bản tin số 3').parts.at(-1)!.spellings).toEqual([['3'], ['03']])
    expect(read('bản tin 03').parts.at(-1)!.spellings).toEqual([['03'], ['3']])
    expect(read('bản tin số 3').parts.map((part) => part.weak)).toEqual([false, false, true, false])
  })

  it('is cut into words of the dictionary in Khmer, each in its syllables, and into pairs in Chinese', () => {
    expect(read('ច្បាប់ដីធ្លី').parts.map((part) => part.spellings)).toEqual([[['ច្បា', 'ប់']], [['ដី', 'ធ្លី']]])
    expect(read('法律援助').parts.map((part) => part.spellings)).toEqual([
      [['法', '律']],
      [['律', '援']],
      [['援', '助']],
    ])
    expect(read('離').parts.map((part) => part.spellings)).toEqual([[['离']]])
  })

  it('has words that say nothing, by their marks where marks are typed', () => {
    const weak = (typed: string) =>
      read(typed)
        .parts.filter((part) => part.weak)
        .map((part) => part.spellings[0]![0])
    expect(weak('quy chế chợ cho tỉnh')).toEqual(['cho'])
    expect(weak('quy che cho')).toEqual(['cho'])
    expect(weak('chợ của tỉnh')).toEqual(['cua'])
    expect(weak('chợ năm 2024')).toEqual(['nam'])
    expect(weak('năm căn')).toEqual([])
    // Nothing else was typed: then it is what was meant.
    expect(weak('cho')).toEqual([])
  })

  it('reads anything, to an end', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 500 }), fc.stringMatching(/^[0-9 /kh-]{0,400}$/)),
        (typed) => {
          const { parts, numbers } = read(typed)
          expect(parts.length).toBeLessThanOrEqual(40)
          expect(numbers.length).toBeLessThanOrEqual(40)
          expect(numbers.every((key) => /^[\p{L}\p{N}\p{M}-]+$/u.test(key))).toBe(true)
          for (const part of parts) expect(part.spellings.flat().every((word) => !/["*\s]/.test(word))).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('a word that nobody wrote', () => {
  it.each([
    ['phaps', 'phap'],
    ['luaatj', 'luat'],
    ['ddaats', 'dat'],
    ['hoaf', 'hoa'],
    ['nguwowif', 'nguoi'],
    ['as', 'a'],
    ['xin', 'xin'],
  ])('%s is %s in Telex', (typed, meant) => {
    expect(fromTelex(typed)).toBe(meant)
  })

  it.each([
    ['sihn', 'sinh', true],
    ['giay', 'giai', true],
    ['hoc', 'hoac', true],
    ['nguoif', 'nguoi', true],
    ['luat', 'lua', true],
    ['khai', 'khai', true],
    ['khai', 'kahx', false],
    ['dat', 'dien', false],
  ])('%s and %s are one slip apart: %s', (a, b, is) => {
    expect(isOneSlip(a, b)).toBe(is)
    expect(isOneSlip(b, a)).toBe(is)
  })
})
