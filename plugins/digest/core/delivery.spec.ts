import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  backoff,
  type Counters,
  DELIVERY_STATES,
  type DeliveryState,
  type HandOver,
  isBalanced,
  isTerminal,
  NEXT_STATES,
  scrubReply,
  settle,
} from './delivery.ts'

const refused = (stage: 'sender' | 'recipient' | 'body', asked: boolean, reply: string): HandOver => ({
  result: 'refused',
  stage,
  asked,
  code: Number(reply.slice(0, 3)),
  reply,
})
const outcome = (handOver: HandOver) => {
  const settled = settle(handOver)
  return (
    settled &&
    [settled.state, settled.suppress && 'suppress', settled.alarm && 'alarm', settled.carry && 'carry']
      .filter(Boolean)
      .join(' ')
  )
}

describe('settle', () => {
  it.each<[string, HandOver, string | null]>([
    ['accepted by the relay', { result: 'accepted', reply: '250 2.0.0 queued' }, 'accepted'],
    ['taken over by another worker', { result: 'superseded' }, null],
    ['drop before the body was asked for', { result: 'dropped', asked: false, reason: 'closed' }, 'pending'],
    ['drop after the body was asked for', { result: 'dropped', asked: true, reason: 'closed' }, 'unknown carry'],
    ['sender refused for now', refused('sender', false, '451 4.3.0 later'), 'pending'],
    ['sender refused for good', refused('sender', false, '550 5.7.1 not you'), 'pending alarm'],
    ['recipient greylisted', refused('recipient', false, '450 4.2.0 greylisted'), 'pending'],
    ['recipient unknown', refused('recipient', false, '550 5.1.1 no such user'), 'rejected suppress'],
    ['mailbox full', refused('recipient', false, '552 5.2.2 full'), 'rejected'],
    ['recipient refused by policy', refused('recipient', false, '550 5.7.26 unauthenticated'), 'rejected alarm carry'],
    ['body deferred', refused('body', true, '451 4.7.0 try later'), 'deferred'],
    ['body refused', refused('body', true, '554 5.6.0 bad content'), 'rejected alarm'],
    ['body refused for who we are', refused('body', true, '550 5.7.1 spam'), 'rejected alarm carry'],
    ['body refused naming an address', refused('body', true, '550 5.1.1 no such user'), 'rejected'],
  ])('%s', (_, handOver, expected) => {
    expect(outcome(handOver)).toBe(expected)
  })

  it('never sends again what the relay may have, and never suppresses for our own fault', () => {
    const handOvers = fc.oneof(
      fc.record({ result: fc.constant('dropped' as const), asked: fc.boolean(), reason: fc.string() }),
      fc.record({
        result: fc.constant('refused' as const),
        stage: fc.constantFrom('sender' as const, 'recipient' as const, 'body' as const),
        asked: fc.boolean(),
        code: fc.integer({ min: 400, max: 599 }),
        reply: fc.constantFrom('5.1.1 gone', '5.7.1 policy', '4.2.2 full', 'no code'),
      }),
    )
    fc.assert(
      fc.property(handOvers, (handOver) => {
        const settled = settle(handOver)!
        if (handOver.result === 'dropped' && handOver.asked) expect(settled.state).toBe('unknown')
        expect(NEXT_STATES[handOver.asked ? 'handing' : 'claimed']).toContain(settled.state)
        if (settled.suppress) expect(settled.alarm).toBe(false)
      }),
    )
  })
})

describe('the states of a row', () => {
  it('lead from every open state to an end, and never from handing back to pending', () => {
    const reaches = (from: DeliveryState, seen = new Set<DeliveryState>()): Set<DeliveryState> => {
      for (const next of NEXT_STATES[from]) if (!seen.has(next)) reaches(next, seen.add(next))
      return seen
    }
    for (const state of Object.keys(NEXT_STATES) as DeliveryState[])
      expect(isTerminal(state) || [...reaches(state)].some(isTerminal)).toBe(true)
    expect(NEXT_STATES.handing).not.toContain('pending')
    expect(NEXT_STATES.unknown).toEqual(['accepted', 'rejected'])
  })
})

describe('scrubReply', () => {
  it('keeps no address, no line break, and little', () => {
    expect(scrubReply('550 5.1.1 <nguyen@example.vn>: no such user\r\n')).toBe('550 5.1.1 <…> no such user')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (reply) => {
        const kept = scrubReply(`${reply} a@b.vn ${reply}`)
        expect(kept).not.toMatch(/[\r\n\0]|\S@\S/)
        expect(kept.length).toBeLessThanOrEqual(200)
      }),
    )
  })
})

describe('backoff', () => {
  it('doubles from a minute to an hour', () => {
    expect([0, 1, 2, 3, 7, 8, 100].map((attempts) => backoff(attempts) / 60_000)).toEqual([1, 1, 2, 4, 60, 60, 60])
  })
})

describe('isBalanced', () => {
  it('counts every row at exactly one end', () => {
    const counters = (given: Partial<Counters>) =>
      ({ ...Object.fromEntries(DELIVERY_STATES.map((state) => [state, 0])), ...given }) as Counters
    expect(isBalanced(4, counters({ accepted: 1, rejected: 1, unknown: 1, skipped: 1 }))).toBe(true)
    expect(isBalanced(4, counters({ accepted: 3, handing: 1 }))).toBe(false)
    expect(isBalanced(4, counters({ accepted: 5 }))).toBe(false)
  })
})
