import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptSince, type RetentionRule, retentionFaults, ruleInForce } from './retention.ts'

const rule = (since: string, months: number): RetentionRule => ({ name: 'deliveries', since, months, basis: 'purpose' })

describe('rules of retention', () => {
  it('apply from their day on, the latest one first', () => {
    const rules = [rule('2028-01-01', 6), rule('2026-12-01', 13)]
    expect(ruleInForce(rules, 'deliveries', '2026-11-30')).toBeUndefined()
    expect(ruleInForce(rules, 'deliveries', '2026-12-01')?.months).toBe(13)
    expect(ruleInForce(rules, 'deliveries', '2027-12-31')?.months).toBe(13)
    expect(ruleInForce(rules, 'deliveries', '2028-01-01')?.months).toBe(6)
  })

  it.each([
    ['2028-01-15T00:30:00.000Z', 13, '2026-12-15T00:30:00.000Z'],
    ['2027-03-31T00:00:00.000Z', 1, '2027-02-28T00:00:00.000Z'],
    ['2028-03-30T12:00:00.000Z', 13, '2027-02-28T12:00:00.000Z'],
    ['2028-03-29T12:00:00.000Z', 1, '2028-02-29T12:00:00.000Z'],
  ])('at %s keep %i months, back to %s', (now, months, since) => {
    expect(keptSince({ months }, new Date(now)).toISOString()).toBe(since)
  })

  it('never forget earlier than their months, by more than the days a month may lack', () => {
    const anyInstant = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 60 }), (now, months) => {
        const days = (now.getTime() - keptSince({ months }, now).getTime()) / 86_400_000
        expect(days).toBeGreaterThanOrEqual(months * 28)
        expect(days).toBeLessThanOrEqual(months * 31)
      }),
    )
  })

  it('are refused without a day, whole months or a basis', () => {
    expect(retentionFaults([rule('2026-12-01', 13)])).toEqual([])
    expect(retentionFaults([{ ...rule('soon', 0), basis: '' }])).toHaveLength(3)
  })
})
