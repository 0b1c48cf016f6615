import { describe, expect, it } from 'vitest'
import { countSoft, type DeliveryReport, judge, readReport, type Score } from './bounce.ts'

const report = (more: Partial<DeliveryReport>): DeliveryReport => ({
  envid: undefined,
  action: 'failed',
  status: '5.1.1',
  ...more,
})

describe('a delivery report', () => {
  it('is read by its fields, whatever their case', () => {
    const text =
      'Reporting-MTA: dns; mx\r\nORIGINAL-envelope-id: AB12\r\n\r\naction: Failed\r\nStatus: 5.2.2 (full)\r\n'
    expect(readReport(text)).toEqual({ envid: 'ab12', action: 'failed', status: '5.2.2' })
  })

  it.each(['', 'Action: failed', 'Status: 5.1.1', 'Action: failed\nStatus: no'])('is none in %j', (text) => {
    expect(readReport(text)).toBeNull()
  })

  it.each([
    [report({}), 'gone'],
    [report({ status: '5.7.1' }), 'ours'],
    [report({ status: '5.2.2' }), 'soft'],
    [report({ status: '4.4.7' }), 'soft'],
    [report({ action: 'delayed', status: '4.4.1' }), 'nothing'],
    [report({ action: 'delivered', status: '2.0.0' }), 'nothing'],
  ])('%j is %s', (given, verdict) => {
    expect(judge(given)).toBe(verdict)
  })
})

describe('soft failures', () => {
  const scored = (days: number[]): (Score & { pausedUntil?: string })[] => {
    const scores: (Score & { pausedUntil?: string })[] = []
    for (const day of days)
      scores.push(countSoft(scores.at(-1) ?? { softBounces: 0, bouncedAt: '' }, new Date(Date.UTC(2026, 0, 1 + day))))
    return scores
  }

  it('make a pause of 30 days after the fifth, and begin anew', () => {
    const scores = scored([0, 1, 2, 3, 4, 5])
    expect(scores.map(({ softBounces }) => softBounces)).toEqual([1, 2, 3, 4, 0, 1])
    expect(scores.map(({ pausedUntil }) => pausedUntil ?? '')).toEqual(['', '', '', '', '2026-02-04T00:00:00.000Z', ''])
  })

  it('are forgiven when the next comes more than 30 days later', () => {
    expect(scored([0, 1, 31, 62]).map(({ softBounces }) => softBounces)).toEqual([1, 2, 3, 1])
  })
})
