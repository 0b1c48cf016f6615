import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../lib/time/periods.ts'
import { isWorkingDay, type WorkingCalendar, workingTimeBetween } from '../../../lib/time/workingTime.ts'
import { isNear, type NoticeHours, noticeHoursFaults, slotStart, summaryDay } from './noticeTimes.ts'

const HOUR = 3_600_000
const hours: NoticeHours = { collectedFor: 30, morning: '07:00', remindBefore: 4 }
/** An office with the days of Tết 2026, and a Saturday worked in exchange. */
const office: WorkingCalendar = {
  weekdays: [1, 2, 3, 4, 5],
  hours: [
    { from: '07:00', to: '11:00' },
    { from: '13:00', to: '17:00' },
  ],
  days: new Map([
    ...['16', '17', '18', '19', '20'].map((day) => [`2026-02-${day}`, 'holiday'] as const),
    ['2026-08-22', 'working'],
  ]),
}
/** A wall-clock time of Viet Nam. */
const at = (time: string) => new Date(`${time}:00+07:00`)
const instants = fc.date({ min: at('2026-01-01T00:00'), max: at('2026-12-31T00:00'), noInvalidDate: true })
const policies = fc.record({
  collectedFor: fc.integer({ min: 1, max: 480 }),
  morning: fc.constantFrom('06:30', '07:00', '08:00'),
  remindBefore: fc.integer({ min: 1, max: 20 }),
})

describe('the slot of a working day', () => {
  it.each<[string, string | undefined, string]>([
    ['2026-11-23T07:10', undefined, 'the first is the summary'],
    ['2026-11-23T07:30', '2026-11-23T07:30', 'the second begins'],
    ['2026-11-23T10:59', '2026-11-23T10:30', 'before noon'],
    ['2026-11-23T12:00', '2026-11-23T11:00', 'the noon break belongs to the slot that ends with it'],
    ['2026-11-23T13:31', '2026-11-23T13:30', 'in the afternoon'],
    ['2026-11-23T17:00', undefined, 'at closing time'],
    ['2026-11-22T10:00', undefined, 'on a Sunday'],
    ['2026-02-17T10:00', undefined, 'at Tết'],
    ['2026-08-22T10:00', '2026-08-22T10:00', 'on a Saturday worked in exchange'],
  ])('%s begins at %s: %s', (now, start) => {
    expect(slotStart(at(now), hours, office)).toEqual(start === undefined ? undefined : at(start))
  })

  it('is over before now, on the same working day, and a day has no more of them than its hours hold', () => {
    fc.assert(
      fc.property(instants, policies, (now, policy) => {
        const start = slotStart(now, policy, office)
        if (!start) return
        expect(start <= now).toBe(true)
        expect(dayOf(start)).toBe(dayOf(now))
        expect(isWorkingDay(dayOf(now), office)).toBe(true)
        expect(workingTimeBetween(start, now, office)).toBeLessThan(policy.collectedFor * 60_000)
        expect((workingTimeBetween(at(`${dayOf(now)}T00:00`), start, office) / 60_000) % policy.collectedFor).toBe(0)
      }),
    )
  })
})

describe('the summary', () => {
  it.each<[string, string | undefined, string]>([
    ['2026-11-23T06:59', undefined, 'before the morning'],
    ['2026-11-23T07:00', '2026-11-23', 'from the morning on'],
    ['2026-11-23T16:59', '2026-11-23', 'after an outage, until closing time'],
    ['2026-11-23T17:00', undefined, 'not in the evening'],
    ['2026-11-22T08:00', undefined, 'not on a Sunday'],
    ['2026-02-18T08:00', undefined, 'not at Tết'],
    ['2026-08-22T08:00', '2026-08-22', 'on a Saturday worked in exchange'],
  ])('%s is of %s: %s', (now, day) => {
    expect(summaryDay(at(now), hours, office)).toBe(day)
  })

  it('leaves on working days only', () => {
    fc.assert(
      fc.property(instants, policies, (now, policy) => {
        const day = summaryDay(now, policy, office)
        if (day === undefined) return
        expect(day).toBe(dayOf(now))
        expect(isWorkingDay(day, office)).toBe(true)
      }),
    )
  })
})

describe('a deadline', () => {
  const near = (arrivedAt: string, dueBy: string, now: string) =>
    isNear({ arrivedAt: at(arrivedAt), dueBy: at(dueBy), now: at(now), hours, calendar: office })

  it.each([
    ['2026-11-23T10:00', '2026-11-25T10:00', '2026-11-24T15:59', false, 'more than four hours are left'],
    ['2026-11-23T10:00', '2026-11-25T10:00', '2026-11-24T16:00', true, 'four hours are left'],
    ['2026-11-23T10:00', '2026-11-25T10:00', '2026-11-25T10:00', false, 'it is there'],
    ['2026-11-23T07:00', '2026-11-23T11:00', '2026-11-23T08:59', false, 'half of a short time is left'],
    ['2026-11-23T07:00', '2026-11-23T11:00', '2026-11-23T09:00', true, 'less than half of a short time'],
    ['2026-02-13T13:00', '2026-02-23T09:00', '2026-02-13T16:00', true, 'Tết does not count'],
  ])('from %s to %s, at %s: %s (%s)', (arrivedAt, dueBy, now, is) => {
    expect(near(arrivedAt, dueBy, now)).toBe(is)
  })

  it('is never near as soon as a text arrives, and stays near once it is', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 60 }), policies, (arrivedAt, given, policy) => {
        const dueBy = new Date(arrivedAt.getTime() + given * 24 * HOUR)
        const looked = Array.from(
          { length: 40 },
          (_, part) => new Date(arrivedAt.getTime() + part * given * 0.6 * HOUR),
        )
        const seen = looked.map((now) => isNear({ arrivedAt, dueBy, now, hours: policy, calendar: office }))
        if (workingTimeBetween(arrivedAt, dueBy, office) > 0) expect(seen[0]).toBe(false)
        expect(seen.slice(seen.indexOf(true))).not.toContain(seen.includes(true) ? false : undefined)
      }),
    )
  })
})

describe('hours that cannot be used', () => {
  it.each([
    ['a slot of nothing', { collectedFor: 0 }],
    ['a slot longer than a day', { collectedFor: 481 }],
    ['a time that is none', { morning: '7h' }],
    ['a reminder after the deadline', { remindBefore: 0 }],
    ['no number', { remindBefore: Number.NaN }],
  ])('%s', (_, change) => {
    expect(noticeHoursFaults({ ...hours, ...change })).toHaveLength(1)
    expect(noticeHoursFaults(hours)).toEqual([])
  })
})
