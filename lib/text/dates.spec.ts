import { describe, expect, it } from 'vitest'
import { isIsoDay, listDay, parseDay, proseDay } from './dates.ts'

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
