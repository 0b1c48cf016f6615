import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDays, isIsoDay, listDay, parseDay, proseDay } from '../../src/text/dates.ts'
import { formatDocumentNumber, naturalKey, numberKey, parseDocumentNumber } from '../../src/text/documentNumber.ts'
import { findNumbers } from '../../src/text/findNumbers.ts'
import { fold } from '../../src/text/fold.ts'
import { normalise, normaliseNumber } from '../../src/text/normalise.ts'
import { slugOf } from '../../src/text/slug.ts'
import { canonicalSymbol } from '../../src/text/symbol.ts'
import { typeCodes } from '../../src/text/typeCodes.ts'

const sampled = (...characters: string[]) => fc.string({ unit: fc.constantFrom(...characters), maxLength: 24 })

/** Any text, and texts thick with what people paste by accident. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  sampled(...'aăâeêoôơuưyđĐÐ \u0300\u0301\u0303\u0309\u0323\u0302\u00a0\u200b\u200c\u200d\u2060\ufeff\u00ad\n'),
  sampled(...'កខគច្បាប់ថ្មី\u200b\u200c\u2060 a(\u0301'),
)

const vietnamese = sampled(
  ...'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ'.split(''),
  ...'AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴĐ'.split(''),
  ...'bcghklmnpqrstvx .,–“”'.split(''),
)

const issuerPart = fc.constantFrom('UBND', 'HĐND', 'STP', 'PBGDPL', 'CP', 'BTP', 'QH15', 'TTg', 'BGDĐT')
const symbol = fc
  .tuple(
    fc.option(fc.constantFrom(...typeCodes), { nil: undefined }),
    fc.array(issuerPart, { minLength: 1, maxLength: 3 }),
  )
  .map(([type, issuers]) => [type, ...issuers].filter(Boolean).join('-'))
const number = fc.integer({ min: 1, max: 999_999 })
const printedYear = fc.option(fc.integer({ min: 1945, max: 2099 }), { nil: undefined })

const canonical = fc.oneof(
  fc
    .record({
      number,
      suffix: fc.option(fc.constantFrom('a', 'B', 'bis'), { nil: undefined }),
      symbol: symbol.filter((own) => !/^(CP|TTg)$/.test(own)),
      year: printedYear,
    })
    .map(formatDocumentNumber),
  fc
    .record({
      number,
      type: fc.constantFrom('NQ', 'CT', 'QĐ', 'KL', 'CV', 'CTr'),
      body: fc.constantFrom('TW', 'TU', 'HU'),
    })
    .map(({ type, body, ...own }) => formatDocumentNumber({ ...own, symbol: `${type}/${body}` })),
  fc
    .record({ number, symbol: fc.constantFrom('CP', 'HĐBT', 'TTg', 'SL', 'L/CTN', 'LCT/HĐNN8') })
    .map(formatDocumentNumber),
)

/** Text thick with what printed numbers and days are made of. */
const nearlyNumbers = fc
  .array(
    fc.constantFrom(
      ...[
        '84',
        '1.234',
        '0',
        '05',
        '2022',
        '99',
        'a',
        '/',
        '-',
        '–',
        '.',
        '&',
        ' ',
        '\u00a0',
        'KH',
        'NĐ',
        'N\u00d0',
        'UBND',
      ],
      ...[
        'TTr',
        'TW',
        'CP',
        'số ',
        'Số: ',
        'Kế hoạch ',
        'ngày ',
        'tháng ',
        'năm ',
        '08/5/2024',
        '(',
        ')',
        './.',
        ',',
        '\u0301',
      ],
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))

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

describe('a document number', () => {
  it('reads back as it was printed', () => {
    fc.assert(
      fc.property(number, symbol, printedYear, (counted, own, year) => {
        const printed = formatDocumentNumber({ number: counted, symbol: own, year })
        const read = parseDocumentNumber(printed)
        expect(read).toMatchObject({ number: counted, symbol: own, raw: printed })
        expect(read?.year).toBe(year)
        expect(formatDocumentNumber(read!)).toBe(printed)
      }),
    )
  })

  it('reads the same however Đ, dashes and spaces were typed', () => {
    const dee = fc.constantFrom('\u0110', '\u00d0', '\u0189')
    const dash = fc.constantFrom('-', '–', '—', '\u2011', ' - ', '\u00a0–\u00a0')
    fc.assert(
      fc.property(number, symbol, dee, dash, (counted, own, letter, hyphen) => {
        const typed = `${counted} / ${own.replaceAll('Đ', letter).replaceAll('-', hyphen)}`
        expect(parseDocumentNumber(typed)).toMatchObject({ number: counted, symbol: own })
        expect(normaliseNumber(normaliseNumber(typed))).toBe(normaliseNumber(typed))
      }),
    )
  })

  it('in its canonical print needs no repair and prints as it was', () => {
    fc.assert(
      fc.property(canonical, (printed) => {
        const read = parseDocumentNumber(printed)
        expect(read?.repairs).toEqual([])
        expect(formatDocumentNumber(read!)).toBe(printed)
        expect(canonicalSymbol(read!.symbol)).toBe(read!.symbol)
      }),
    )
  })

  it('never throws and reads positive numbers only, which print to what reads the same', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, nearlyNumbers), (text) => {
        const read = parseDocumentNumber(text)
        if (!read) return
        expect(read.number).toBeGreaterThan(0)
        const again = parseDocumentNumber(formatDocumentNumber(read))
        expect(again && formatDocumentNumber(again)).toBe(formatDocumentNumber(read))
      }),
      { numRuns: 2_000 },
    )
  })

  it('has a key that is blind to separators, capitals and Đ', () => {
    const dee = fc.constantFrom('\u0110', '\u00d0', '\u0189', 'D')
    fc.assert(
      fc.property(canonical, dee, fc.constantFrom('-', '–', ' - '), fc.boolean(), (printed, letter, dash, low) => {
        const spoiled = printed.replaceAll('Đ', letter).replaceAll('-', dash).replace('/', ' / ')
        const read = parseDocumentNumber(low ? spoiled.toLowerCase() : spoiled)
        expect(read && numberKey(read)).toBe(numberKey(parseDocumentNumber(printed)!))
      }),
    )
  })

  it('is found in prose where it stands', () => {
    fc.assert(
      fc.property(canonical, (printed) => {
        const text = `Theo Quyết định số ${printed} ngày 08/5/2024, giai đoạn 2022 - 2027.`
        const [one, ...more] = findNumbers(text)
        expect(more).toEqual([])
        expect(text.slice(one!.start, one!.end)).toBe(printed)
        expect(findDays(text).map((found) => found.day)).toEqual(['2024-05-08'])
      }),
    )
  })

  it('is looked for in any text in its own order, without an error', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, nearlyNumbers), (text) => {
        const found = findNumbers(text)
        for (const [index, { start, end, from }] of found.entries()) {
          expect(from).toBeLessThanOrEqual(start)
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        for (const { raw, start, end } of findDays(text)) expect(text.slice(start, end)).toBe(raw)
      }),
    )
  })

  it('has a natural key that no other document has', () => {
    const part = sampled('a', '|', '%', '7', 'C', '-')
    const work = fc.record({
      issuer: part,
      series: part,
      symbol: part,
      number: fc.integer({ min: 1, max: 12 }),
      year: fc.integer({ min: 2023, max: 2025 }),
    })
    fc.assert(
      fc.property(work, work, (one, other) => {
        expect(naturalKey(one) === naturalKey(other)).toBe(JSON.stringify(one) === JSON.stringify(other))
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
