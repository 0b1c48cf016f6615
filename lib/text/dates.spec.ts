import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFirst, isIsoDay, listDay, parseDay, proseDay, typedDay } from './dates.ts'

describe('days', () => {
  it.each(['2024-02-29', '2000-02-29', '2024-05-08'])('knows %s', (day) => {
    expect(isIsoDay(day)).toBe(true)
  })

  it.each(['2023-02-29', '1900-02-29', '2024-13-01', '2024-04-31', '2024-00-10', '2024-5-8', '0000-01-01', ''])(
    'refuses %j',
    (day) => {
      expect(isIsoDay(day)).toBe(false)
      expect(parseDay(day)).toBeUndefined()
    },
  )

  it.each([
    '08/5/2024',
    '08/05/2024',
    '8-5-2024',
    '8.5.2024',
    'ngày 08 tháng 5 năm 2024',
    ' Ngày 8 tháng 05 năm 2024 ',
    '2024-05-08',
  ])('reads %j day first', (text) => {
    expect(parseDay(text)).toBe('2024-05-08')
  })

  it('writes the day with two digits, and months with two in lists or when they are 1 or 2', () => {
    expect(proseDay('2024-05-08')).toBe('08/5/2024')
    expect(proseDay('2024-02-08')).toBe('08/02/2024')
    expect(proseDay('2024-12-31')).toBe('31/12/2024')
    expect(listDay('2024-05-08')).toBe('08/05/2024')
    expect(() => listDay('08/05/2024')).toThrow(RangeError)
  })
})

describe('dayFirst', () => {
  it('writes an ISO date day first', () => {
    expect(dayFirst('2024-05-08')).toBe('08/05/2024')
  })
  it('changes nothing that is not a whole ISO date', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^\d{4}-\d{2}-\d{2}$/.test(text))
        expect(dayFirst(text)).toBe(text)
      }),
    )
    expect(dayFirst('Ngày 2024-05-08')).toBe('Ngày 2024-05-08')
  })
})

describe('a day typed into a form', () => {
  it.each([
    ['5/11/26', '2026-11-05'],
    ['05-11-2026', '2026-11-05'],
    ['5.11.98', '1998-11-05'],
    [' 1/1/46 ', '2046-01-01'],
    ['1/1/47', '1947-01-01'],
    ['29/2/24', '2024-02-29'],
    ['ngày 8 tháng 5 năm 2024', '2024-05-08'],
    ['2024-05-08', '2024-05-08'],
  ])('%j is %s in 2026', (text, day) => {
    expect(typedDay(text, 2026)).toBe(day)
  })

  it.each(['29/2/26', '5/11', '5/11/2', '5/11/026', '', 'mai'])('%j is none', (text) => {
    expect(typedDay(text, 2026)).toBeUndefined()
  })

  it('with a two-digit year is never more than 20 years ahead, nor 80 or more behind', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 0, max: 99 }), (thisYear, year) => {
        const read = Number(typedDay(`1/3/${String(year).padStart(2, '0')}`, thisYear)!.slice(0, 4))
        expect(read % 100).toBe(year)
        expect(read - thisYear).toBeLessThanOrEqual(20)
        expect(thisYear - read).toBeLessThan(80)
      }),
    )
  })
})
