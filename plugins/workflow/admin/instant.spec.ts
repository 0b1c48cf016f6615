import { describe, expect, it } from 'vitest'
import { fromVietnam, instant } from './instant.ts'

describe('instant', () => {
  it('writes day, month, year and minutes in the time of Vietnam', () => {
    expect(instant('2026-11-24T07:05:00.000Z')).toBe('24/11/2026 14:05')
  })
  it('takes the day that it is in Vietnam, and midnight as 00', () => {
    expect(instant('2026-12-31T17:00:00.000Z')).toBe('01/01/2027 00:00')
  })
  it('leaves what is no instant as it is', () => {
    expect(instant('')).toBe('')
    expect(instant('hôm qua')).toBe('hôm qua')
  })
})

describe('a time in Vietnam', () => {
  it.each([
    ['2026-12-01T08:00', '2026-12-01T01:00:00.000Z'],
    ['2026-12-01T00:30', '2026-11-30T17:30:00.000Z'],
    ['2026-12-01', undefined],
    ['2026-13-01T08:00', undefined],
    ['', undefined],
  ])('%s is the instant %s', (local, iso) => {
    expect(fromVietnam(local)).toBe(iso)
  })
})
