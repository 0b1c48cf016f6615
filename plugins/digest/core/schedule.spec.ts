import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodOf } from './periods.ts'
import { DEFAULT_SCHEDULE, scheduleFrom, sinceMidnight, timeOfDay } from './schedule.ts'

describe('a schedule', () => {
  it('is the usual one where nothing else is said', () => {
    expect(scheduleFrom()).toEqual({ morning: '07:30', evening: '18:00', mostADay: 3 })
    expect(scheduleFrom({ morning: '06:15' })).toEqual({ ...DEFAULT_SCHEDULE, morning: '06:15' })
  })

  it.each(['7:30', '24:00', '07:60', '', '07.30', '07:30:00'])('refuses the time %j', (morning) => {
    expect(() => scheduleFrom({ morning })).toThrow(RangeError)
    expect(() => scheduleFrom({ evening: morning })).toThrow(RangeError)
  })

  it.each([0, -1, 1.5, Number.NaN])('refuses %s digests a day', (mostADay) => {
    expect(() => scheduleFrom({ mostADay })).toThrow(RangeError)
  })

  it('moves when a digest leaves, and nothing of what it covers', () => {
    const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 })
    const written = (minute: number) =>
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    fc.assert(
      fc.property(minutes, minutes, (morning, evening) => {
        const schedule = scheduleFrom({ morning: written(morning), evening: written(evening) })
        const at = new Date('2026-11-23T05:00:00Z')
        const daily = periodOf('daily', at, schedule)
        expect({ ...daily, dueAt: 0 }).toEqual({ ...periodOf('daily', at, DEFAULT_SCHEDULE), dueAt: 0 })
        expect(daily.dueAt.getTime() - daily.endsAt.getTime()).toBe(morning * 60_000)
        const tonight = periodOf('evening', at, schedule)
        expect(tonight.dueAt.getTime() - tonight.startsAt.getTime()).toBe(evening * 60_000)
        expect(sinceMidnight(schedule.evening)).toBe(evening * 60_000)
        expect(timeOfDay(schedule.morning)).toEqual({ hour: Math.floor(morning / 60), minute: morning % 60 })
      }),
    )
  })
})
