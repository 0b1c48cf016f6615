import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayBounds, dayOf, nextMidnight, weekBounds, weekOf } from './periods.ts'

const instants = fc.date({
  min: new Date('1976-01-01T00:00:00Z'),
  max: new Date('2200-01-01T00:00:00Z'),
  noInvalidDate: true,
})

describe('days in Viet Nam', () => {
  it('change at 17:00 UTC', () => {
    expect(dayOf(new Date('2026-11-23T16:59:59.999Z'))).toBe('2026-11-23')
    expect(dayOf(new Date('2026-11-23T17:00:00Z'))).toBe('2026-11-24')
    expect(nextMidnight(new Date('2026-11-23T17:00:00Z'))).toEqual(new Date('2026-11-24T17:00:00Z'))
    expect(nextMidnight(new Date('2026-11-23T16:59:59.999Z'))).toEqual(new Date('2026-11-23T17:00:00Z'))
  })

  it('hold every instant once', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const { start, end } = dayBounds(dayOf(instant))
        expect(start <= instant && instant < end).toBe(true)
        expect(dayOf(start)).toBe(dayOf(instant))
        expect(dayOf(end)).not.toBe(dayOf(instant))
      }),
    )
  })

  it('agree with the tz database', () => {
    const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' })
    fc.assert(
      fc.property(instants, (instant) => {
        expect(dayOf(instant)).toBe(calendar.format(instant))
      }),
    )
  })

  it('must be in the calendar', () => {
    expect(() => dayBounds('2026-02-29')).toThrow(RangeError)
  })
})

describe('weeks in Viet Nam', () => {
  it.each([
    ['2026-11-22T16:59:59Z', '2026-W47'],
    ['2026-11-22T17:00:00Z', '2026-W48'],
    ['2026-12-31T00:00:00Z', '2026-W53'],
    ['2027-01-03T16:59:59Z', '2026-W53'],
    ['2024-12-30T00:00:00Z', '2025-W01'],
  ])('%s lies in %s', (instant, week) => {
    expect(weekOf(new Date(instant))).toBe(week)
  })

  it('hold every instant once, from Monday', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const { start, end } = weekBounds(weekOf(instant))
        expect(start <= instant && instant < end).toBe(true)
        expect(end.getTime() - start.getTime()).toBe(7 * 86_400_000)
        expect(new Date(dayOf(start)).getUTCDay()).toBe(1)
      }),
    )
  })

  it.each(['2025-W53', '2026-W54', '2026-W00', '2026-W5', '2026-48', ''])('are not %j', (week) => {
    expect(() => weekBounds(week)).toThrow(RangeError)
  })
})
