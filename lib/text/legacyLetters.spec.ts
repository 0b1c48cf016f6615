import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodedAs, encodingsOfLines, withoutLegacyLetters } from './legacyLetters.ts'
import { isSyllable } from './syllables.ts'
import { inSymbolFont, withoutPrivateSigns } from './symbolFonts.ts'

const LETTERS = Array.from('aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ')
const ONSETS = ['b', 'ch', 'd', 'đ', 'h', 'kh', 'l', 'm', 'n', 'ngh', 'ph', 'qu', 's', 't', 'th', 'tr', 'v', 'x', '']
const RIMES = ['a', 'an', 'ang', 'anh', 'ăn', 'âm', 'ây', 'e', 'ê', 'iên', 'oa', 'oai', 'ong', 'ôi', 'ông', 'ơi', 'ưu']
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']

/** A syllable in Unicode. The tone stands on the last vowel or, in `oa`, on the first or the last. */
const syllable = fc
  .tuple(
    fc.constantFrom(...ONSETS),
    fc.constantFrom(...[...RIMES, 'uôn', 'ương', 'y', 'u', 'ưng', 'o', 'i']),
    fc.constantFrom(...TONES),
    fc.boolean(),
  )
  .map(([onset, rime, tone, first]) => {
    const vowels = /^[aăâeêioôơuưy]+/.exec(rime)![0]
    const place = first || vowels.length > 2 ? 1 : vowels.length
    return `${onset}${rime.slice(0, place)}${tone}${rime.slice(place)}`.normalize('NFC')
  })
  .filter(isSyllable)

const sentence = (least: number) =>
  fc
    .array(
      fc.tuple(
        syllable,
        fc.constantFrom(
          (word: string) => word,
          (word: string) => word.replace(/^[a-zđ]/, (first) => first.toUpperCase()),
        ),
      ),
      {
        minLength: least,
        maxLength: 20,
      },
    )
    .map((words) => words.map(([word, typed]) => typed(word)).join(' '))

/** What a font's encoding writes for each letter, found by decoding every possible letter. */
const writtenIn = (encoding: 'vni' | 'tcvn3', capitals: boolean): Map<string, string> => {
  const latin = Array.from({ length: 95 }, (_, at) => String.fromCharCode(0xa1 + at))
  const vowels = Array.from('aeouyôöAEOUYÔÖ')
  const all = encoding === 'vni' ? [...vowels.flatMap((vowel) => latin.map((sign) => vowel + sign)), ...latin] : latin
  const written = new Map<string, string>()
  for (const one of all) {
    const [read, ...more] = Array.from(decodedAs(one, encoding))
    if (!more.length && read && read !== one && !written.has(read) && (capitals || LETTERS.includes(read)))
      written.set(read, one)
  }
  return written
}
const WRITTEN = { vni: writtenIn('vni', true), tcvn3: writtenIn('tcvn3', true) }
const encoded = (text: string, encoding: 'vni' | 'tcvn3') =>
  Array.from(text, (letter) => WRITTEN[encoding].get(letter) ?? letter).join('')

describe('text of fonts before Unicode', () => {
  it.each([
    ['Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
    ['COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['UÛy ban nhaân daân tænh Soùc Traêng', 'Ủy ban nhân dân tỉnh Sóc Trăng'],
    ['Ñaêk Laêk, Ñaêk Noâng', 'Đăk Lăk, Đăk Nông'],
    ['Keá hoaïch kieåm tra vieäc thöïc hieän Nghò ñònh', 'Kế hoạch kiểm tra việc thực hiện Nghị định'],
    ['§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
    ['Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['Uû ban nh©n d©n tØnh Sãc Tr¨ng', 'Uỷ ban nhân dân tỉnh Sóc Trăng'],
    ['QuyÕt ®Þnh vÒ quy chÕ lµm viÖc cña Së T\u00ad ph¸p', 'Quyết định về quy chế làm việc của Sở Tư pháp'],
    ['Sở Tư pháp\nÑoäc laäp - Töï do', 'Sở Tư pháp\nĐộc lập - Tự do'],
    ['Soá: 84/KH-UBND\nKeá hoaïch kieåm tra', 'Số: 84/KH-UBND\nKế hoạch kiểm tra'],
  ])('%j is %j', (text, decoded) => {
    expect(withoutLegacyLetters(text)).toBe(decoded)
    expect(withoutLegacyLetters(decoded)).toBe(decoded)
  })

  it.each([
    ...['Văn hoá xã hội', 'Toà án nhân dân', 'Hoà giải', 'Tôi có cá và má', 'Hoà, toá, khoá', 'TÔI CÓ Ý', 'Soá 84'],
    ...['naïf, haïr, Noël, maïs, où, août', 'L’été à la forêt où naît l’île', '«où», «haï»', 'più perché città'],
    ...['España niño año señor ñandú', 'São Paulo não são coração', 'für schön Köln Größe Straße', 'på gå så ø Århus'],
    ...['Windows® 10 µm · © 2024 · 5°C', 'göl gül ön söz', 'työ yö eläin', 'in\u00adfor\u00adma\u00adtion co\u00adop'],
    ...['£m, ¥n, §1, 1ª', 'ច្បាប់\u200bថ្មី', '法律', ''],
  ])('%j is itself', (text) => {
    expect(withoutLegacyLetters(text)).toBe(text)
    expect(withoutLegacyLetters(text.normalize('NFD'))).toBe(text.normalize('NFD'))
  })

  it('never changes correct Vietnamese', () => {
    fc.assert(
      fc.property(fc.array(sentence(1), { minLength: 1, maxLength: 4 }), (lines) => {
        const text = lines.join('\n')
        expect(withoutLegacyLetters(text)).toBe(text)
      }),
      { numRuns: 3_000 },
    )
  })

  it('never changes correct Vietnamese that Latin-1 can write', () => {
    const latin = syllable.filter((word) => /^[\p{ASCII}àáâãèéêìíòóôõùúý]+$/u.test(word))
    fc.assert(
      fc.property(fc.array(latin, { minLength: 1, maxLength: 12 }), (words) => {
        expect(withoutLegacyLetters(words.join(' '))).toBe(words.join(' '))
      }),
      { numRuns: 3_000 },
    )
  })

  it('is decoded to what was encoded, or is not changed where it is not certain', () => {
    fc.assert(
      fc.property(sentence(1), fc.constantFrom('vni' as const, 'tcvn3' as const), (text, encoding) => {
        const decoded = withoutLegacyLetters(encoded(text, encoding))
        expect([text, encoded(text, encoding)]).toContain(decoded)
        expect(decodedAs(encoded(text, encoding), encoding)).toBe(text)
      }),
      { numRuns: 3_000 },
    )
  })

  it('is certain in any sentence', () => {
    fc.assert(
      fc.property(sentence(12), fc.constantFrom('vni' as const, 'tcvn3' as const), (text, encoding) => {
        const signs = new Set(text.toLowerCase().match(/\p{L}*[ạả]\p{L}*/gu))
        fc.pre(signs.size > 1)
        expect(encodingsOfLines([encoded(text, encoding)])).toEqual([encoding])
      }),
    )
  })
})

describe('signs of symbol fonts', () => {
  it.each([
    ['o', 'wingdings', '☐'],
    ['q \uf0fe', 'wingdings', '❑ ☑'],
    ['R', 'wingdings2', '☑'],
    ['a £ 5', 'symbol', 'α ≤ 5'],
    ['z', 'wingdings', ''],
    ['đ', 'wingdings', 'đ'],
  ] as const)('%j in %s is %j', (text, font, shown) => {
    expect(inSymbolFont(text, font)).toBe(shown)
  })

  it('of the private range are Wingdings’ or Symbol’s', () => {
    expect(withoutPrivateSigns('\uf0a8 Có \uf0fc Không \uf0b7 \uf0d8 \uf099')).toBe('☐ Có ✓ Không • ➢ ')
  })
})
