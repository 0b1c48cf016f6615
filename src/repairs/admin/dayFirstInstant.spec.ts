import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '../../../plugins/workflow/admin/instant.ts'
import { dayFirstInstant } from './dayFirstInstant.ts'

/** The format of Payload 3.90. */
const written = new Intl.DateTimeFormat('en-US', {
  day: 'numeric',
  hour: 'numeric',
  hour12: true,
  minute: 'numeric',
  month: 'short',
  year: 'numeric',
})

describe('dayFirstInstant', () => {
  it('reads every moment that Payload writes, and tells it in the time of Vietnam', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (at) => {
        // When clocks are set back, an hour repeats. The second of two equal readings cannot be told from the first.
        fc.pre(written.format(at) !== written.format(at.getTime() - 3_600_000))
        expect(dayFirstInstant(written.format(at))).toBe(instant(at.toISOString()))
      }),
    )
  })

  it('leaves alone what is no such moment, its own words too', () => {
    for (const text of ['', 'Lê Minh Châu', '28/11/2026 13:45', 'Nov 28, 2026', 'Foo 28, 2026, 1:45 PM'])
      expect(dayFirstInstant(text)).toBeUndefined()
  })
})
