import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIsoDay } from '../../../lib/text/dates.ts'
import { isPeriod, PERIODS, periodDays } from './reportPeriod.ts'

describe('a period by name', () => {
  it.each([
    ['month', '2026-11-24', '2026-11-01', '2026-11-24'],
    ['lastMonth', '2026-11-24', '2026-10-01', '2026-10-31'],
    ['lastMonth', '2027-01-01', '2026-12-01', '2026-12-31'],
    ['lastMonth', '2028-03-31', '2028-02-01', '2028-02-29'],
    ['quarter', '2026-11-24', '2026-10-01', '2026-11-24'],
    ['quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
    ['year', '2026-11-24', '2026-01-01', '2026-11-24'],
  ] as const)('%s on %s is %s to %s', (name, today, from, to) => {
    expect(periodDays(name, today)).toEqual({ from, to })
  })

  it('is made of days of the calendar in order, none of them to come, a year at most', () => {
    const days = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.constantFrom(...PERIODS), days, (name, today) => {
        const { from, to } = periodDays(name, today)
        expect([isIsoDay(from), isIsoDay(to), from <= to, to <= today]).toEqual([true, true, true, true])
        expect(Date.parse(to) - Date.parse(from)).toBeLessThan(366 * 24 * 3_600_000)
      }),
    )
  })

  it('has one of the known names', () => {
    expect(['month', 'decade', '', 'toString'].map(isPeriod)).toEqual([true, false, false, false])
  })
})
