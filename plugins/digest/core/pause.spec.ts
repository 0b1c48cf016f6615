import { describe, expect, it } from 'vitest'
import { pausedUntil, UNTIL_RESUMED } from './pause.ts'

const NOW = new Date('2026-11-23T03:00:00.000Z')

describe('a pause', () => {
  it('ends with the midnight in Viet Nam that begins the day named', () => {
    expect(pausedUntil('2026-12-01', NOW)).toBe('2026-11-30T17:00:00.000Z')
    expect(pausedUntil('2026-11-24', NOW)).toBe('2026-11-23T17:00:00.000Z')
  })

  it('without a day lasts until its owner ends it', () => {
    expect(pausedUntil('', NOW)).toBe(UNTIL_RESUMED)
    expect(pausedUntil(undefined, NOW)).toBe(UNTIL_RESUMED)
  })

  it.each(['2026-11-23', '2020-01-01', '2026-02-30', 'mai', '24/11/2026', ['2026-12-01'], 7])(
    'does not end on %j, which is no day after today',
    (typed) => {
      expect(pausedUntil(typed, NOW)).toBeNull()
    },
  )
})
