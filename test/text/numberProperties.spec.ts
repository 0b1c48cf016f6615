import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDays } from '../../lib/text/dates.ts'
import { formatDocumentNumber, naturalKey, numberKey, parseDocumentNumber } from '../../lib/text/documentNumber.ts'
import { findNumbers } from '../../lib/text/findNumbers.ts'
import { normaliseNumber } from '../../lib/text/normalise.ts'
import { canonicalSymbol } from '../../lib/text/symbol.ts'
import { typeCodes } from '../../lib/text/typeCodes.ts'
import { anyText, sampled } from './anyText.ts'

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

/** Texts dense with parts of printed numbers and dates. */
const nearlyNumbers = fc
  .array(
    fc.constantFrom(
      ...'84|1.234|0|05|2022|99|a|/|-|–|.|&| |KH|NĐ|N\u00d0|UBND|TTr|TW|CP|số |Số: |Kế hoạch |ngày |tháng |năm '.split(
        '|',
      ),
      ...['08/5/2024', '(', ')', './.', ',', '\u0301', '\u00a0'],
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))

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

  it('is the same in prose as alone, or is not found there', () => {
    const slip = fc.constantFrom<(printed: string) => string>(
      (printed) => printed,
      (printed) => printed.replaceAll('-', '_'),
      (printed) => printed.replace('-', ' '),
      (printed) => printed.replace(/[-/]/, ' '),
      (printed) => printed.replace(/-([^-]*)$/, '/$1'),
      (printed) => printed.replaceAll('Đ', '\u00d0'),
      (printed) => printed.toLowerCase().replaceAll('đ', '\u00f0'),
      (printed) => printed.replaceAll('H', '\u041d'),
      (printed) => printed.replace('-', '\u200b-'),
      (printed) => printed.replace(/-([^-]*)$/, (last) => last.toLowerCase()),
      (printed) => printed.replace(/\/20(\d\d)\//, '/$1/'),
      (printed) => `${printed} (389)`,
      (printed) => `${printed} (dự thảo)`,
    )
    const frame = fc.constantFrom(
      ['Theo Quyết định số ', ' ngày 08/5/2024'],
      ['thực hiện ', ', các sở'],
      ['(Kế hoạch ', ').'],
    )
    const simple = fc
      .record({ number, symbol: symbol.filter((own) => own.includes('-') && !own.includes('QH')), year: printedYear })
      .map(formatDocumentNumber)
    fc.assert(
      fc.property(simple, slip, frame, (own, spoil, [before, after]) => {
        const printed = spoil(own)
        const alone = parseDocumentNumber(printed)
        const found = findNumbers(`${before}${printed}${after}`).map((one) => formatDocumentNumber(one.number))
        if (found.length) expect(found).toEqual(alone && [formatDocumentNumber(alone)])
      }),
      { numRuns: 3_000 },
    )
  })

  it('keeps its print beside its canonical form', () => {
    const mark = fc.constantFrom('-', '/')
    fc.assert(
      fc.property(number, symbol, mark, (counted, own, between) => {
        const printed = `${counted}/${own.replaceAll('-', between)}`
        const read = parseDocumentNumber(`Số: ${printed} (mật)`)
        fc.pre(read !== undefined)
        expect(formatDocumentNumber(read!, 'printed')).toBe(printed)
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
