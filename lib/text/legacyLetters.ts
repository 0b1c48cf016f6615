import { isSyllable } from './syllables.ts'

/**
 * Encodings of Vietnamese before Unicode. Their text is Latin-1 that only their fonts show as Vietnamese: `Ñoäc laäp` in
 * VNI, `§éc lËp` in TCVN3. The capital fonts of TCVN3 (`.VnTimeH`) show small letters as capitals.
 */
export type LegacyEncoding = 'vni' | 'tcvn3' | 'tcvn3Capitals'

const TONE_SIGNS = { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' }
const HAT_SIGNS = { â: '', á: '\u0301', à: '\u0300', å: '\u0309', ã: '\u0303', ä: '\u0323' }
const BREVE_SIGNS = { ê: '', é: '\u0301', è: '\u0300', ú: '\u0309', ü: '\u0303', ë: '\u0323' }
const SINGLE = { ô: 'ơ', ö: 'ư', ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }

const upper = (text: string) => text.toUpperCase()

/** The letters of VNI: a vowel, or a vowel and a sign behind it. */
const VNI: ReadonlyMap<string, string> = new Map(
  [
    ...Object.entries(SINGLE),
    ...Array.from('aeouyôö').flatMap((vowel) =>
      Object.entries(TONE_SIGNS).map(([sign, tone]) => [vowel + sign, (SINGLE[vowel as 'ô'] ?? vowel) + tone]),
    ),
    ...Array.from('aeo').flatMap((vowel) =>
      Object.entries(HAT_SIGNS).map(([sign, tone]) => [vowel + sign, `${vowel}\u0302${tone}`]),
    ),
    ...Object.entries(BREVE_SIGNS).map(([sign, tone]) => [`a${sign}`, `a\u0306${tone}`]),
  ].flatMap(([written = '', meant = '']): [string, string][] => [
    [written, meant.normalize('NFC')],
    [upper(written), upper(meant).normalize('NFC')],
    // A capital that begins a word takes a small sign.
    ...(written.length > 1
      ? [[upper(written[0]!) + written[1], upper(meant).normalize('NFC')] as [string, string]]
      : []),
  ]),
)

/** The letters of TCVN3 in the order of `TCVN3_MEANT`; ư is the soft hyphen. */
const TCVN3_WRITTEN = '¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ'
const TCVN3_MEANT = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'
const TCVN3: ReadonlyMap<string, string> = new Map(
  Array.from(TCVN3_WRITTEN, (written, at): [string, string] => [written, TCVN3_MEANT[at]!]),
)

const VNI_LETTERS = /[aeouyôöAEOUYÔÖ][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[ôöñæóòîÔÖÑÆÓÒÎ]/g
const TCVN3_LETTERS = new RegExp(`[${TCVN3_WRITTEN}]`, 'g')
const WORDS = new RegExp(`[A-Za-zÀ-ÖØ-öø-ÿ${TCVN3_WRITTEN}]+`, 'g')
/** Capitals whose vowels only the capital font has: `CÇU`. */
const CAPITALS_WITHIN = /^[^A-Za-z]*[A-Z][^A-Za-z]*[A-Z][^a-z]*$/

const fromVni = (text: string): string =>
  text.replace(
    VNI_LETTERS,
    // `oé` is no letter: the second sign may still be one.
    (letter) =>
      VNI.get(letter) ?? letter[0]!.replace(/./u, (one) => VNI.get(one) ?? one) + (VNI.get(letter[1]!) ?? letter[1]!),
  )

const fromTcvn3 = (text: string): string =>
  text.replace(WORDS, (word) => {
    const read = word.replace(TCVN3_LETTERS, (letter) => TCVN3.get(letter)!)
    return CAPITALS_WITHIN.test(word) ? upper(read) : read
  })

/** Decodes a text that is known to be in an encoding, because its font says so. */
export const decodedAs = (text: string, encoding: LegacyEncoding): string => {
  if (encoding === 'vni') return fromVni(text)
  const read = fromTcvn3(text)
  return encoding === 'tcvn3' ? read : upper(read)
}

/** Letters of Vietnamese that Latin-1 has not, and combining marks: such a text is Unicode. */
const UNICODE = /[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]|\p{M}/u
/** Whether a text has letters that only Unicode has. */
export const isUnicodeVietnamese = (text: string): boolean => UNICODE.test(text)

/**
 * What no language writes in Unicode, but for a few words: a vowel with a sign behind it, Ñ at the beginning; a symbol
 * that touches a letter, unless it is a currency, and a capital within a word.
 */
const STRONG = {
  vni: /[aeouyôö][ùøûõïåäëü]|[aeo]â|aê|[aeô][áàã]|a[éèú]|^ñ/iu,
  tcvn3: /[¡§-¾×÷](?=[A-Za-zÀ-ÿ])|[A-Za-zÀ-ÿ][¡§-¾×÷]|[a-z][À-ÖØ-Þ]/u,
}
/** Letters that are the same in Unicode. */
const UNCHANGED = /[íìÍÌ]/g

const NOT_ASCII = /[^\p{ASCII}]/u
const isAllSigns = (word: string, encoding: 'vni' | 'tcvn3'): boolean =>
  !NOT_ASCII.test(
    encoding === 'vni' ? word.replace(VNI_LETTERS, '').replace(UNCHANGED, '') : word.replace(TCVN3_LETTERS, ''),
  )

/** Share of the words with signs that must be syllables once decoded; names of other languages are none. */
const MOST_WORDS = 0.8
/** A single strange word can be a name or a typing error. */
const LEAST_STRONG = 2

/** The share of words with signs that are syllables once decoded, and how many no other text would have. */
const evidenceOf = (text: string, encoding: 'vni' | 'tcvn3') => {
  const words = (text.match(WORDS) ?? []).filter((word) => NOT_ASCII.test(word) && /[A-Za-zÀ-ÿ\u00ad]/.test(word))
  const read = words.filter((word) => isAllSigns(word, encoding) && isSyllable(decodedAs(word, encoding)))
  const strong = new Set(read.filter((word) => STRONG[encoding].test(word)).map((word) => word.toLowerCase()))
  return { share: words.length ? read.length / words.length : 1, strong: strong.size }
}

/** The encoding that a line is certainly in. A line in Unicode, whatever its language, is in none. */
const certainEncoding = (line: string): 'vni' | 'tcvn3' | undefined => {
  if (!NOT_ASCII.test(line) || UNICODE.test(line)) return undefined
  const [first, second] = (['vni', 'tcvn3'] as const)
    .map((encoding) => ({ encoding, ...evidenceOf(line, encoding) }))
    .filter(({ share, strong }) => share >= MOST_WORDS && strong >= LEAST_STRONG)
    .sort((one, other) => other.share - one.share || other.strong - one.strong)
  return first && (!second || first.share > second.share || first.strong > second.strong) ? first.encoding : undefined
}

/**
 * The old encoding of each line of one text, if it has one. A line that could be either, such as `Soá 84`, follows the
 * others when they are all in one encoding and none is in Unicode.
 */
export const encodingsOfLines = (lines: readonly string[]): (LegacyEncoding | undefined)[] => {
  const encodings = lines.map(certainEncoding)
  const found = [...new Set(encodings.filter((encoding) => encoding !== undefined))]
  const [only] = found.length === 1 && !lines.some(isUnicodeVietnamese) ? found : []
  return encodings.map(
    (encoding, at) => encoding ?? (only && evidenceOf(lines[at]!, only).share === 1 ? only : undefined),
  )
}

/**
 * Decodes plain text in VNI or TCVN3, as old documents paste it, where it is certainly in such an encoding. Correct text
 * of any language is unchanged. Call it before `normalise`, which deletes TCVN3's ư (U+00AD). Never throws.
 */
export const withoutLegacyLetters = (text: string): string => {
  const lines = text.split('\n')
  const encodings = encodingsOfLines(lines)
  return lines.map((line, at) => (encodings[at] ? decodedAs(line, encodings[at]) : line)).join('\n')
}
