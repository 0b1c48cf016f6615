import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { triedUntil } from './lifetimes.ts'
import { type PeriodicCadence, periodOf, previousPeriod } from './periods.ts'
import { isTooLate, planRuns } from './planRuns.ts'
import { DEFAULT_SCHEDULE } from './schedule.ts'

const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
const cadences = fc.constantFrom<PeriodicCadence>('daily', 'weekly', 'evening')
const plan = (now: string, after: string | null = null) =>
  planRuns({
    cadence: 'daily',
    now: new Date(now),
    after: after ? new Date(after) : null,
    schedule: DEFAULT_SCHEDULE,
  }).map(({ period, fate }) => `${period.key} ${fate}`)

describe('periods', () => {
  it('follow the calendar of Viet Nam, not of UTC', () => {
    const period = periodOf('daily', new Date('2026-11-22T17:00:00Z'), DEFAULT_SCHEDULE)
    expect(period).toEqual({
      key: 'daily:2026-11-23',
      cadence: 'daily',
      startsAt: new Date('2026-11-22T17:00:00Z'),
      endsAt: new Date('2026-11-23T17:00:00Z'),
      dueAt: new Date('2026-11-24T00:30:00Z'),
    })
    expect(periodOf('daily', new Date('2026-11-22T16:59:59.999Z'), DEFAULT_SCHEDULE).key).toBe('daily:2026-11-22')
  })

  it.each([
    ['2026-11-23T00:00:00Z', 'weekly:2026-W48'],
    ['2027-01-01T00:00:00Z', 'weekly:2026-W53'],
    ['2027-01-03T16:59:59Z', 'weekly:2026-W53'],
    ['2027-01-03T17:00:00Z', 'weekly:2027-W01'],
    ['2024-12-30T12:00:00Z', 'weekly:2025-W01'],
    ['2021-01-03T12:00:00Z', 'weekly:2020-W53'],
  ])('name the ISO week of %s', (instant, key) => {
    expect(periodOf('weekly', new Date(instant), DEFAULT_SCHEDULE).key).toBe(key)
  })

  it('contain their instant, touch their neighbour and are due after their end', () => {
    fc.assert(
      fc.property(cadences, instants, (cadence, instant) => {
        const period = periodOf(cadence, instant, DEFAULT_SCHEDULE)
        const before = previousPeriod(period, DEFAULT_SCHEDULE)
        expect(period.startsAt <= instant && instant < period.endsAt).toBe(true)
        expect(before.endsAt).toEqual(period.startsAt)
        expect(before.key).not.toBe(period.key)
        if (cadence !== 'evening') expect(period.dueAt > period.endsAt).toBe(true)
      }),
    )
  })
})

describe('planRuns', () => {
  it('plans nothing before half past seven', () => {
    expect(plan('2026-11-24T00:29:59.999Z', '2026-11-21T17:00:00Z')).toEqual([])
    expect(plan('2026-11-24T00:30:00.000Z', '2026-11-21T17:00:00Z')).toEqual(['daily:2026-11-23 send'])
  })

  it('plans no period twice', () => {
    expect(plan('2026-11-24T05:00:00Z', '2026-11-22T17:00:00Z')).toEqual([])
  })

  it('joins the days of an outage to the newest', () => {
    expect(plan('2026-11-24T05:00:00Z', '2026-11-19T17:00:00Z')).toEqual([
      'daily:2026-11-21 coalesce',
      'daily:2026-11-22 coalesce',
      'daily:2026-11-23 send',
    ])
  })

  it('sends none that is more than 12 hours late, but leaves it to the next', () => {
    expect(plan('2026-11-24T12:30:00.000Z', '2026-11-21T17:00:00Z')).toEqual(['daily:2026-11-23 send'])
    expect(plan('2026-11-24T12:30:00.001Z', '2026-11-21T17:00:00Z')).toEqual(['daily:2026-11-23 coalesce'])
  })

  it('gives rows to the last 8 days only', () => {
    expect(plan('2026-11-24T05:00:00Z', '2026-01-01T00:00:00Z')).toHaveLength(8)
  })

  it('accounts for no days before the first run of all', () => {
    expect(plan('2026-11-24T05:00:00Z')).toEqual(['daily:2026-11-23 send'])
  })

  it('gives up on the mails of a run before the next one is made', () => {
    fc.assert(
      fc.property(cadences, instants, (cadence, instant) => {
        const period = periodOf(cadence, instant, DEFAULT_SCHEDULE)
        expect(triedUntil(period) < periodOf(cadence, period.endsAt, DEFAULT_SCHEDULE).dueAt).toBe(true)
      }),
    )
  })

  it('sends at most one run at any instant, the newest that is due, and never a late one', () => {
    fc.assert(
      fc.property(cadences, instants, fc.option(fc.integer({ min: 0, max: 40 })), (cadence, now, daysAgo) => {
        const after =
          daysAgo === null
            ? null
            : periodOf(cadence, new Date(now.getTime() - daysAgo * 86_400_000), DEFAULT_SCHEDULE).startsAt
        const planned = planRuns({ cadence, now, after, schedule: DEFAULT_SCHEDULE })
        const sent = planned.filter(({ fate }) => fate === 'send')
        expect(sent.length).toBeLessThanOrEqual(1)
        for (const { period } of sent) {
          expect(period).toEqual(planned.at(-1)!.period)
          expect(isTooLate(period, now)).toBe(false)
        }
        for (const { period } of planned) expect(period.dueAt <= now && (!after || period.startsAt > after)).toBe(true)
      }),
    )
  })
})
