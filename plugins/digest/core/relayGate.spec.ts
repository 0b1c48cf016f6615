import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AFTER_SUCCESS,
  afterFailure,
  type GateState,
  mayConnect,
  OPEN_GATE,
  takeSlots,
  whileProbed,
} from './relayGate.ts'

const NOW = 1_000_000

describe('a rate that all workers share', () => {
  it('is never exceeded by more than the tolerance, whoever asks and when', () => {
    const asks = fc.array(
      fc.record({
        after: fc.integer({ min: 0, max: 3_000 }),
        most: fc.integer({ min: 1, max: 50 }),
        group: fc.constantFrom('awaited', 'immediate', 'periodic'),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(asks, fc.integer({ min: 1, max: 40 }), (list, perSecond) => {
        let state: GateState = OPEN_GATE
        let now = NOW
        let sum = 0
        for (const { after, most, group } of list) {
          now += after
          const taken = takeSlots(state, { now, perSecond, most, group })
          expect(taken.granted).toBeLessThanOrEqual(most)
          state = { ...state, slotAt: taken.slotAt }
          sum += taken.granted
        }
        expect(sum).toBeLessThanOrEqual(((now - NOW) / 1_000 + 20) * perSecond + 3)
      }),
    )
  })

  it('is used up by digests and still has room for what somebody waits for', () => {
    let state: GateState = OPEN_GATE
    const ask = (group: 'awaited' | 'immediate' | 'periodic') => {
      const taken = takeSlots(state, { now: NOW, perSecond: 10, most: 1_000, group })
      state = { ...state, slotAt: taken.slotAt }
      return taken.granted
    }
    expect(ask('periodic')).toBe(51)
    expect(ask('periodic')).toBe(0)
    expect(ask('immediate')).toBe(51)
    expect(ask('immediate')).toBe(0)
    expect(ask('awaited')).toBe(101)
    expect(ask('awaited')).toBe(0)
  })

  it('gives one at a time at the lowest rate, and never none for ever', () => {
    const first = takeSlots(OPEN_GATE, { now: NOW, perSecond: 0.01, most: 5, group: 'periodic' })
    expect(first.granted).toBe(1)
    const later = { now: NOW + 100_000, perSecond: 0.01, most: 5, group: 'periodic' } as const
    expect(takeSlots({ ...OPEN_GATE, slotAt: first.slotAt }, later).granted).toBe(1)
  })
})

describe('the circuit breaker', () => {
  it('closes for half a minute, then longer, up to five minutes', () => {
    let state: GateState = OPEN_GATE
    const breaks = Array.from({ length: 7 }, () => {
      state = { ...state, ...afterFailure(state, NOW) }
      return (state.closedUntil - NOW) / 1_000
    })
    expect(breaks).toEqual([30, 60, 120, 240, 300, 300, 300])
    expect(state.failingSince).toBe(NOW)
  })

  it('lets nobody connect while it is closed, then one to see, and everybody once that one got through', () => {
    expect(mayConnect(OPEN_GATE, NOW)).toBe('yes')
    const closed = { ...OPEN_GATE, ...afterFailure(OPEN_GATE, NOW) }
    expect(mayConnect(closed, NOW + 29_999)).toBe('no')
    expect(mayConnect(closed, NOW + 30_000)).toBe('probe')
    const probed = { ...closed, ...whileProbed(NOW + 30_000) }
    expect(mayConnect(probed, NOW + 30_001)).toBe('no')
    expect(mayConnect({ ...probed, ...AFTER_SUCCESS }, NOW + 30_001)).toBe('yes')
  })

  it('lets another one see when the one that probed died', () => {
    const probed = { ...OPEN_GATE, ...afterFailure(OPEN_GATE, NOW), ...whileProbed(NOW + 30_000) }
    expect(mayConnect(probed, NOW + 60_000)).toBe('probe')
  })
})
