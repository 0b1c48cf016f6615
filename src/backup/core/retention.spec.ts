import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, weekOf } from '../../../lib/time/periods.ts'
import { keptOf } from './retention.ts'

const POLICY = { daily: 7, weekly: 4, monthly: 12 }
const DAY = 86_400_000
const instants = fc.uniqueArray(
  fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true }),
  { maxLength: 80, selector: (date) => date.getTime() },
)
const days = (list: readonly Date[]) => list.map(dayOf)

describe('of backups every night', () => {
  /** Keeps what the rule keeps, night after night, as the system does. */
  const nightsOf = (nights: number): Date[] => {
    let kept: Date[] = []
    const first = Date.parse('2024-01-01T18:30:00Z')
    for (let night = 0; night < nights; night += 1) kept = keptOf([...kept, new Date(first + night * DAY)], POLICY)
    return kept
  }

  it('seven days, four weeks and twelve months stay, for as long as it runs', () => {
    const kept = nightsOf(800)
    const newest = Date.parse('2024-01-01T18:30:00Z') + 799 * DAY
    for (let back = 0; back < 7; back += 1) expect(days(kept)).toContain(dayOf(new Date(newest - back * DAY)))
    expect(new Set(kept.map(weekOf)).size).toBeGreaterThanOrEqual(4)
    expect(new Set(days(kept).map((day) => day.slice(0, 7))).size).toBe(12)
    expect(kept.length).toBeLessThanOrEqual(23)
  })

  it('the last night of each month stays for a year', () => {
    const kept = days(nightsOf(400))
    const months = [...new Set(kept.map((day) => day.slice(0, 7)))].slice(1)
    const lastDay = (month: string) => dayOf(new Date(Date.parse(`${month}-28T00:00:00Z`) + 4 * DAY)).slice(0, 8)
    for (const month of months) {
      const next = new Date(`${lastDay(month)}01T00:00:00+07:00`)
      expect(kept).toContain(dayOf(new Date(next.getTime() - 1)))
    }
  })
})

it('two on one day in Viet Nam count as one, and the later stays', () => {
  const early = new Date('2026-11-30T17:30:00Z')
  const late = new Date('2026-12-01T16:59:00Z')
  expect(dayOf(early)).toBe(dayOf(late))
  expect(keptOf([early, late], POLICY)).toEqual([late])
})

it('a pause of years deletes nothing that was kept', () => {
  const before = keptOf(
    Array.from({ length: 60 }, (_, night) => new Date(Date.parse('2024-01-01T18:30:00Z') + night * DAY)),
    POLICY,
  )
  const kept = keptOf([...before, new Date('2027-01-01T18:30:00Z')], POLICY)
  // One of each kind gave way to the new one.
  expect(kept.length).toBeGreaterThanOrEqual(before.length - 2)
})

it('the newest is always kept, nothing is made up, and asking again changes nothing', () => {
  fc.assert(
    fc.property(instants, fc.nat(9), fc.nat(9), fc.nat(9), (all, daily, weekly, monthly) => {
      const policy = { daily, weekly, monthly }
      const kept = keptOf(all, policy)
      for (const each of kept) expect(all).toContain(each)
      if (all.length) expect(kept[0]!.getTime()).toBe(Math.max(...all.map((each) => each.getTime())))
      expect(keptOf(kept, policy)).toEqual(kept)
      expect(kept.length).toBeLessThanOrEqual(daily + weekly + monthly + 1)
    }),
  )
})
