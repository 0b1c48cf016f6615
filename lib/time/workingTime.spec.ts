import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayBounds, dayOf } from './periods.ts'
import {
  afterWorkingTime,
  calendarFaults,
  isWorkingDay,
  type WorkingCalendar,
  workingDayLength,
  workingDaysBetween,
  workingTimeBetween,
} from './workingTime.ts'

const HOUR = 3_600_000

/** An office with the days of Tết 2026, and a Saturday worked in exchange for a Monday. */
const office: WorkingCalendar = {
  weekdays: [1, 2, 3, 4, 5],
  hours: [
    { from: '07:00', to: '11:00' },
    { from: '13:00', to: '17:00' },
  ],
  days: new Map([
    ['2026-02-16', 'holiday'],
    ['2026-02-17', 'holiday'],
    ['2026-02-18', 'holiday'],
    ['2026-02-19', 'holiday'],
    ['2026-02-20', 'holiday'],
    ['2026-08-22', 'working'],
    ['2026-08-31', 'holiday'],
    ['2026-09-01', 'holiday'],
    ['2026-09-02', 'holiday'],
  ]),
}

/** A wall-clock time of Viet Nam. */
const at = (time: string) => new Date(`${time}:00+07:00`)

describe('working days', () => {
  it.each([
    ['2026-11-27', true, 'a Friday'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-11-29', false, 'a Sunday'],
    ['2026-11-30', true, 'a Monday'],
    ['2026-02-17', false, 'the first day of Tết'],
    ['2026-08-22', true, 'a Saturday worked in exchange'],
    ['2026-08-31', false, 'the Monday given for it'],
  ])('%s: %s (%s)', (day, works) => {
    expect(isWorkingDay(day, office)).toBe(works)
  })

  it('refuses what is no day', () => {
    expect(() => isWorkingDay('2026-02-30', office)).toThrow(RangeError)
  })
})

describe('the end of an amount of working time', () => {
  it.each([
    ['2026-11-27T08:00', 1, '2026-11-27T09:00', 'within a morning'],
    ['2026-11-27T10:00', 2, '2026-11-27T14:00', 'over noon'],
    ['2026-11-27T16:00', 2, '2026-11-30T08:00', 'over a weekend'],
    ['2026-11-28T09:00', 4, '2026-11-30T11:00', 'from a Saturday'],
    ['2026-02-13T16:00', 2, '2026-02-23T08:00', 'over Tết'],
    ['2026-08-21T16:30', 1, '2026-08-22T07:30', 'into a Saturday that is worked'],
    ['2026-08-28T13:00', 8, '2026-09-03T11:00', 'over the National Day and its bridge'],
    ['2026-11-27T05:00', 4, '2026-11-27T11:00', 'from before the morning'],
    ['2026-11-27T20:00', 0, '2026-11-27T20:00', 'of nothing'],
  ])('%s + %i h is %s (%s)', (start, hours, end) => {
    expect(afterWorkingTime(at(start), hours * HOUR, office)).toEqual(at(end))
  })

  it('refuses a calendar without working time', () => {
    expect(() => afterWorkingTime(at('2026-11-27T08:00'), 1, { ...office, weekdays: [] })).toThrow(RangeError)
  })
})

describe('working time between two instants', () => {
  it.each([
    ['2026-11-27T08:00', '2026-11-27T16:00', 6, 'without the noon break'],
    ['2026-11-27T16:00', '2026-11-30T08:00', 2, 'without a weekend'],
    ['2026-02-13T07:00', '2026-02-23T17:00', 16, 'without Tết'],
    ['2026-11-28T00:00', '2026-11-29T23:59', 0, 'of a weekend'],
    ['2026-11-30T10:00', '2026-11-30T09:00', 0, 'backwards'],
  ])('%s to %s is %i h (%s)', (start, end, hours) => {
    expect(workingTimeBetween(at(start), at(end), office)).toBe(hours * HOUR)
  })

  const instants = fc.date({ min: at('2026-01-01T00:00'), max: at('2027-12-31T00:00'), noInvalidDate: true })
  const amounts = fc.integer({ min: 1, max: 200 * HOUR })

  it('is the amount after which the other function ends', () => {
    fc.assert(
      fc.property(instants, amounts, (start, amount) => {
        const end = afterWorkingTime(start, amount, office)
        expect(workingTimeBetween(start, end, office)).toBe(amount)
        expect(isWorkingDay(dayOf(end), office)).toBe(true)
      }),
    )
  })

  it('is the sum of the days between', () => {
    const years = fc.date({ min: at('1969-12-01T00:00'), max: at('2031-12-31T00:00'), noInvalidDate: true })
    const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
    fc.assert(
      fc.property(years, fc.integer({ min: 0, max: 70 * 24 * HOUR }), weekdays, (start, length, worked) => {
        const calendar = { ...office, weekdays: worked }
        const end = new Date(start.getTime() + length)
        let sum = 0
        for (let day = dayOf(start); day <= dayOf(end); day = dayOf(new Date(dayBounds(day).end)))
          for (const { from, to } of isWorkingDay(day, calendar) ? calendar.hours : [])
            sum += Math.max(
              0,
              Math.min(at(`${day}T${to}`).getTime(), end.getTime()) -
                Math.max(at(`${day}T${from}`).getTime(), start.getTime()),
            )
        expect(workingTimeBetween(start, end, calendar)).toBe(sum)
        expect(workingDaysBetween(start, end, calendar)).toBe(Math.floor(sum / workingDayLength(calendar)))
      }),
    )
  })

  it('adds up', () => {
    fc.assert(
      fc.property(fc.tuple(instants, instants, instants), (three) => {
        const [first, second, third] = [...three].sort((one, other) => one.getTime() - other.getTime())
        expect(workingTimeBetween(first!, second!, office) + workingTimeBetween(second!, third!, office)).toBe(
          workingTimeBetween(first!, third!, office),
        )
      }),
    )
  })

  it('is eight hours on a full day', () => {
    expect(workingDayLength(office)).toBe(8 * HOUR)
  })
})

describe('faults of a calendar', () => {
  it.each([
    ['no weekday', { weekdays: [] }],
    ['a weekday that is none', { weekdays: [0, 1] }],
    ['no hours', { hours: [] }],
    ['a time that is none', { hours: [{ from: '7:00', to: '25:00' }] }],
    [
      'hours that overlap',
      {
        hours: [
          { from: '07:00', to: '11:00' },
          { from: '10:00', to: '12:00' },
        ],
      },
    ],
    ['a day that is none', { days: new Map([['2026-02-30', 'holiday']] as const) }],
  ])('names %s', (_, change) => {
    expect(calendarFaults({ ...office, ...change })).toHaveLength(1)
  })

  it('finds none in an office', () => {
    expect(calendarFaults(office)).toEqual([])
  })
})
