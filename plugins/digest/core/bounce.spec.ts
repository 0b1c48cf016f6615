import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countSoft, type DeliveryReport, judge, readLetter, readReport, type Score } from './bounce.ts'

const report = (more: Partial<DeliveryReport>): DeliveryReport => ({
  envid: undefined,
  action: 'failed',
  status: '5.1.1',
  reply: '',
  ...more,
})

describe('a delivery report', () => {
  it('is read by its fields, whatever their case', () => {
    const text =
      'Reporting-MTA: dns; mx\r\nORIGINAL-envelope-id: AB12\r\n\r\naction: Failed\r\nStatus: 5.2.2 (full)\r\n'
    expect(readReport(text)).toEqual({ envid: 'ab12', action: 'failed', status: '5.2.2', reply: '' })
  })

  it('takes the code of the remote server where it is specific, folded lines included', () => {
    const text = 'Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp;\n 550-5.7.1 blocked\n\t550 for a while\n'
    expect(readReport(text)).toMatchObject({ status: '5.7.1', reply: 'smtp; 550-5.7.1 blocked 550 for a while' })
    expect(readReport('Action: failed\nDiagnostic-Code: smtp; 550 5.1.10 null MX\n')?.status).toBe('5.1.10')
    expect(readReport('Action: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 550 5.0.0 no\n')?.status).toBe('5.2.2')
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

describe('a report that is a letter', () => {
  it.each([
    [
      'I was not able to deliver your message.\n<an@example.vn>:\nSorry, no mailbox here by that name. (#5.1.1)',
      'gone',
    ],
    ['host mx.example.vn[192.0.2.7] said:\n    550 5.1.1 <an@example.vn>: user unknown (in reply to RCPT)', 'gone'],
    ['Remote host said: 552 5.2.2 <an@example.vn> mailbox full', 'soft'],
    ['The server answered:\n554 5.7.1 your host is listed', 'ours'],
    ['Delivery failed: 550 Recipient address rejected:\nuser does not exist here', 'gone'],
  ])('says in its own words what happened: %j', (text, verdict) => {
    expect(judge(readLetter(text)!)).toBe(verdict)
  })

  it.each([
    'Your mail could not be delivered.',
    'WARNING: your mail is delayed. 550 5.1.1 was the last answer; the server will try again.',
    'It failed.\n--- Below this line is a copy of the message.\n550 5.1.1 user unknown',
    'Tôi nghỉ phép đến hết ngày 5.1.2027, điện thoại 0292 555 1234.',
    '',
  ])('is none without a certain answer: %j', (text) => {
    expect(readLetter(text)).toBeNull()
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

  it('are forgotten one by one, every eight days', () => {
    expect(scored([0, 1, 2, 3, 12, 27, 60]).map(({ softBounces }) => softBounces)).toEqual([1, 2, 3, 4, 4, 4, 1])
  })

  it('pause nobody whose mailbox is full every three weeks, but one that is full every week', () => {
    const every = (days: number) => scored(Array.from({ length: 10 }, (_, index) => index * days))
    expect(every(21).some(({ pausedUntil }) => pausedUntil)).toBe(false)
    expect(every(7)[4]!.pausedUntil).toBeTruthy()
  })

  it('are never fewer than one after a bounce, nor five, whatever the clocks say', () => {
    const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), instant, instant, (softBounces, before, now) => {
        const next = countSoft({ softBounces, bouncedAt: before.toISOString() }, now)
        expect(next.softBounces).toBeLessThanOrEqual(4)
        expect(next.softBounces === 0).toBe(next.pausedUntil !== undefined)
      }),
    )
  })
})
