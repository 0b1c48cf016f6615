import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { archivePeriod, periodsOf } from './archive.ts'

describe('a period of the archive', () => {
  it('is a day or an ISO week of Viet Nam', () => {
    expect(archivePeriod('2026-11-23')).toMatchObject({ cadence: 'daily', startsAt: new Date('2026-11-22T17:00:00Z') })
    expect(archivePeriod('2026-W53')).toMatchObject({ cadence: 'weekly', endsAt: new Date('2027-01-03T17:00:00Z') })
  })

  it.each(['', 'x', '2026-02-30', '2026-13-01', '2026-W00', '2025-W53', '2026-W1', '2026-11-23T00'])(
    'is not %j',
    (name) => {
      expect(archivePeriod(name)).toBeUndefined()
    },
  )

  it('is named by each instant in it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (instant) => {
          const { days, weeks } = periodsOf([{ at: instant.toISOString() } as never])
          for (const name of [...days, ...weeks]) {
            const period = archivePeriod(name)!
            expect(period.startsAt.getTime()).toBeLessThanOrEqual(instant.getTime())
            expect(period.endsAt.getTime()).toBeGreaterThan(instant.getTime())
          }
        },
      ),
    )
  })
})
