import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrived, failed, pauseAfter, type RetryPolicy } from './settle.ts'

const POLICY: RetryPolicy = { firstMs: 30_000, mostMs: 21_600_000, jitter: 0.25, off: { days: 5, tries: 15 } }
const DAY = 24 * 60 * 60_000
const NOW = new Date('2026-11-23T03:00:00.000Z')
const chance = fc.double({ min: 0, max: 1, noNaN: true })

describe('the pause after a failure', () => {
  it('doubles up to the longest, and chance takes off a share of it at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), chance, (attempts, random) => {
        const whole = pauseAfter(attempts, POLICY, 0)
        const pause = pauseAfter(attempts, POLICY, random)
        expect(pause).toBeLessThanOrEqual(whole)
        expect(pause).toBeGreaterThanOrEqual(Math.floor(whole * (1 - POLICY.jitter)))
        expect(whole).toBe(Math.min(30_000 * 2 ** Math.min(attempts - 1, 40), 21_600_000))
        expect(pauseAfter(attempts + 1, POLICY, 0)).toBeGreaterThanOrEqual(whole)
      }),
    )
  })

  it('is half a minute at first', () => {
    expect([1, 2, 3, 4].map((attempts) => pauseAfter(attempts, POLICY, 0))).toEqual([30_000, 60_000, 120_000, 240_000])
  })
})

describe('a failed try', () => {
  const fail = (before: { attempts: number; failingSince: string }, now = NOW) =>
    failed({ before, problem: 'status', status: 500, now, policy: POLICY, random: 0 })

  it('moves no cursor', () => {
    expect(fail({ attempts: 0, failingSince: '' })).toEqual({
      attempts: 1,
      failingSince: NOW.toISOString(),
      problem: 'status',
      answered: 500,
      triedAt: NOW.toISOString(),
      nextAt: '2026-11-23T03:00:30.000Z',
    })
  })

  it('ends a webhook after days of failure and enough tries, and never earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 9 * DAY }), (attempts, passed) => {
        const since = new Date(NOW.getTime() - passed).toISOString()
        const state = fail({ attempts, failingSince: since })
        expect('offAt' in state).toBe(passed >= 5 * DAY && attempts + 1 >= 15)
        expect(state.failingSince).toBe(since)
      }),
    )
  })
})

it('a row that arrived forgets all failures before it', () => {
  expect(arrived(7, 204, NOW)).toMatchObject({ cursor: 7, deliveredSeq: 7, attempts: 0, failingSince: '', problem: '' })
})
