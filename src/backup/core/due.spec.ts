import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDue, isLate } from './due.ts'

const at = '01:30'
const instant = (text: string) => new Date(`${text}+07:00`)

describe('a backup is due', () => {
  it('when there is none', () => {
    expect(isDue({ at, last: undefined, now: instant('2026-12-01T12:00') })).toBe(true)
  })

  it('once a night from its time on, and not again before the next', () => {
    const last = instant('2026-12-01T01:31')
    expect(isDue({ at, last, now: instant('2026-12-01T23:59') })).toBe(false)
    expect(isDue({ at, last, now: instant('2026-12-02T01:29') })).toBe(false)
    expect(isDue({ at, last, now: instant('2026-12-02T01:30') })).toBe(true)
  })

  it('in the morning where the machine was off at night', () => {
    expect(isDue({ at, last: instant('2026-12-01T01:31'), now: instant('2026-12-04T08:00') })).toBe(true)
  })

  it('where the last one was made by a clock that ran ahead by days', () => {
    expect(isDue({ at, last: instant('2027-12-01T01:31'), now: instant('2026-12-04T08:00') })).toBe(true)
  })

  it('is never due right after it was made', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), (now) => {
        expect(isDue({ at, last: now, now })).toBe(false)
      }),
    )
  })
})

describe('none for 26 hours is late', () => {
  const late = (last: Date | undefined, now: string) => isLate({ lateAfterHours: 26, last, now: instant(now) })

  it('counted from the last one', () => {
    expect(late(instant('2026-12-01T01:30'), '2026-12-02T03:30')).toBe(false)
    expect(late(instant('2026-12-01T01:30'), '2026-12-02T03:31')).toBe(true)
  })

  it('at once where there is none at all', () => {
    expect(late(undefined, '2026-12-02T03:30')).toBe(true)
  })
})
