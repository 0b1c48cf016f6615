import { describe, expect, it } from 'vitest'
import { formatDocumentNumber, naturalKey, parseDocumentNumber } from './documentNumber.ts'

describe('a printed number', () => {
  it.each([
    ['84/KH-UBND', { number: 84, typeCode: 'KH', symbol: 'KH-UBND' }],
    [' 84 / KH – UBND ', { number: 84, typeCode: 'KH', symbol: 'KH-UBND' }],
    ['Số: 05/TTr-STP', { number: 5, typeCode: 'TTr', symbol: 'TTr-STP' }],
    ['42/2022/N\u00d0-CP', { number: 42, year: 2022, typeCode: 'NĐ', symbol: 'NĐ-CP' }],
    ['14/2012/QH13', { number: 14, year: 2012, symbol: 'QH13' }],
    ['1234/UBND-NC', { number: 1234, symbol: 'UBND-NC' }],
    ['36-NQ/TW', { number: 36, typeCode: 'NQ', symbol: 'NQ/TW' }],
  ])('is read: %s', (raw, expected) => {
    expect(parseDocumentNumber(raw)).toMatchObject({ ...expected, raw })
  })

  it.each(['', '84', 'KH-UBND', '0/KH-UBND', '84/', '84/KH UBND và 85/KH-UBND', '84/20024/KH-UBND', '84/KH--UBND'])(
    'is not read out of %j',
    (raw) => {
      expect(parseDocumentNumber(raw)).toBeUndefined()
    },
  )

  it('is printed with two digits at least, and with its year where it has one', () => {
    expect(formatDocumentNumber({ number: 84, symbol: 'KH-UBND' })).toBe('84/KH-UBND')
    expect(formatDocumentNumber({ number: 5, symbol: 'TTr-STP' })).toBe('05/TTr-STP')
    expect(formatDocumentNumber({ number: 42, symbol: 'NĐ-CP', year: 2022 })).toBe('42/2022/NĐ-CP')
    expect(formatDocumentNumber({ number: 36, symbol: 'NQ/TW' })).toBe('36-NQ/TW')
  })
})

describe('the natural key', () => {
  const plan = { issuer: 'ubnd-tinh-soc-trang', symbol: 'KH-UBND', number: 84, year: 2024 }

  it('is the same however the number was typed', () => {
    expect(naturalKey({ ...plan, symbol: 'Q\u00d0 – UBND' })).toBe(naturalKey({ ...plan, symbol: 'QĐ-UBND' }))
  })

  it.each([{ issuer: 'ubnd-tp-can-tho' }, { series: 'mat' }, { symbol: 'QĐ-UBND' }, { number: 85 }, { year: 2025 }])(
    'tells apart two documents that differ in %j',
    (other) => {
      expect(naturalKey({ ...plan, ...other })).not.toBe(naturalKey(plan))
    },
  )
})
