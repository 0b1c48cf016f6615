import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../lib/time/periods.ts'
import { type Absence, absenceFault, absenceIn, backOn, firstBack, isAway } from './absence.ts'

const DAY_MS = 24 * 3_600_000
const day = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => dayOf(new Date(Date.parse('2024-01-01T05:00:00Z') + days * DAY_MS)))

describe('an absence', () => {
  it.each([
    [null, undefined, undefined],
    ['', '', undefined],
    ['2026-12-01', '2026-12-05', undefined],
    ['2026-12-01', '2026-12-01', undefined],
    ['2026-12-01', '2027-12-01', undefined],
    ['2026-12-01', '2027-12-02', 'until'],
    ['2026-12-05', '2026-12-01', 'until'],
    ['2026-12-05', '', 'until'],
    [null, '2026-12-05', 'from'],
  ])('from %s until %s is wrong in: %s', (from, until, field) => {
    expect(absenceFault(from, until)?.field).toBe(field)
  })

  it('tells the first day to whoever gives a last one before it', () => {
    expect(absenceFault('2026-12-05', '2026-12-01')?.message.vi).toContain('05/12/2026')
  })

  it('ends after its last day, across the end of a year too', () => {
    expect(backOn({ from: '2026-12-24', until: '2026-12-31' })).toBe('2027-01-01')
    expect(isAway({ from: '2026-12-24', until: '2026-12-31' }, '2026-12-31')).toBe(true)
    expect(isAway({ from: '2026-12-24', until: '2026-12-31' }, '2027-01-01')).toBe(false)
  })

  it('is none when what is stored has a fault or is no text', () => {
    expect(absenceIn('2026-12-05', '2026-12-01')).toBeUndefined()
    expect(absenceIn('hôm nay', '2026-12-01')).toBeUndefined()
    expect(absenceIn(null, 5)).toBeUndefined()
  })

  it('holds from its first to its last day, and on the day of return no more', () => {
    fc.assert(
      fc.property(day, day, day, (from, until, today) => {
        const absence = absenceIn(from, until)
        expect(absence === undefined).toBe(absenceFault(from, until) !== undefined)
        if (!absence) return
        expect(isAway(absence, today)).toBe(today >= from && today <= until)
        expect(isAway(absence, backOn(absence))).toBe(false)
        expect(backOn(absence) > until).toBe(true)
      }),
    )
  })
})

describe('a group', () => {
  const absence: fc.Arbitrary<Absence | undefined> = fc.option(
    fc.tuple(day, day).map((days) => {
      const [from, until] = days.sort() as [string, string]
      return { from, until }
    }),
    { nil: undefined },
  )

  it('is back when the first of it is, and is not away while anybody is here', () => {
    fc.assert(
      fc.property(fc.array(absence, { maxLength: 5 }), day, (absences, today) => {
        const back = firstBack(absences, today)
        const here = absences.some((one) => !isAway(one, today))
        expect(back === undefined).toBe(here || absences.length === 0)
        if (back === undefined) return
        expect(back > today).toBe(true)
        for (const one of absences) expect(backOn(one!) >= back).toBe(true)
      }),
    )
  })
})
