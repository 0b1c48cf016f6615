import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastWeeks, perWeek } from './growth.ts'

describe('the last weeks', () => {
  it('follow one another without a gap, also over a year with 53 weeks', () => {
    const weeks = lastWeeks(new Date('2027-01-05T00:00:00.000Z'), 3)
    expect(weeks.map(({ week }) => week)).toEqual(['2026-W52', '2026-W53', '2027-W01'])
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (now) => {
        const list = lastWeeks(now)
        expect(list).toHaveLength(12)
        for (const [index, week] of list.entries()) if (index) expect(week.from).toBe(list[index - 1]!.to)
        expect(list.at(-1)!.from <= now.toISOString() && now.toISOString() < list.at(-1)!.to).toBe(true)
      }),
    )
  })

  it('hold every run once, by the week in which it was due', () => {
    const run = (dueAt: string) => ({ dueAt, rows: 2, sent: 1, refused: 0, unknown: 0, skipped: 1, waiting: 0 })
    const weeks = lastWeeks(new Date('2026-11-24T00:00:00.000Z'), 2)
    const [before, present] = perWeek(weeks, [
      run(weeks[1]!.from),
      run(weeks[0]!.from),
      run('2020-01-01T00:00:00.000Z'),
    ])
    expect([before!.rows, present!.rows, present!.sent]).toEqual([2, 2, 1])
  })
})
