import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Counters, DELIVERY_STATES } from './delivery.ts'
import { minutesLate, minutesLeft, shareDone, speedOf, tallyOf, totalOf } from './progress.ts'

const counters = fc.record(
  Object.fromEntries(DELIVERY_STATES.map((state) => [state, fc.nat(60_000)])),
) as fc.Arbitrary<Counters>
const now = new Date('2026-11-24T01:00:00.000Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString()

describe('how a run stands', () => {
  it('every mail is counted once', () => {
    fc.assert(
      fc.property(counters, (each) => {
        const { rows, sent, refused, unknown, skipped, waiting } = tallyOf(each)
        expect(sent + refused + unknown + skipped + waiting).toBe(rows)
        expect(totalOf([tallyOf(each), tallyOf(each)]).rows).toBe(2 * rows)
        const done = shareDone(tallyOf(each))
        if (rows) expect(done).toBeGreaterThanOrEqual(0)
        expect(done === null || done <= 1).toBe(true)
      }),
    )
  })

  it('the speed is that of the last five minutes, or since the first mail', () => {
    expect(speedOf({ settled: 500, firstAt: ago(60), now })).toBe(100)
    expect(speedOf({ settled: 100, firstAt: ago(1), now })).toBe(100)
    expect(speedOf({ settled: 0, firstAt: ago(60), now })).toBeNull()
    expect(speedOf({ settled: 3, firstAt: '', now })).toBeNull()
    // One mail in the first millisecond promises six a minute and not thousands.
    expect(speedOf({ settled: 1, firstAt: now.toISOString(), now })).toBe(6)
  })

  it('the time left follows from it', () => {
    expect(minutesLeft(1_000, 100)).toBe(10)
    expect(minutesLeft(0, null)).toBe(0)
    expect(minutesLeft(5, null)).toBeNull()
    expect(minutesLeft(1, 100)).toBe(1)
  })

  it('it is late when it begins a quarter of an hour after its time', () => {
    expect(minutesLate({ dueAt: ago(60), firstAt: ago(50), over: false, now })).toBe(0)
    expect(minutesLate({ dueAt: ago(60), firstAt: ago(40), over: false, now })).toBe(20)
    expect(minutesLate({ dueAt: ago(60), firstAt: '', over: false, now })).toBe(60)
    expect(minutesLate({ dueAt: ago(60), firstAt: '', over: true, now })).toBe(0)
  })
})
