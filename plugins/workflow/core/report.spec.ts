import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { author, definitions, editor, head, play, secretary } from '../../../test/workflow/play.ts'
import { type DecidedStep, decidedSteps, isOverdue, middle, reportLines, waitingLines } from './report.ts'

const HOUR = 3_600_000
const hoursBetween = (start: string, end: string) => (Date.parse(end) - Date.parse(start)) / HOUR
const day = (n: number) => `2026-03-0${n}T00:00:00.000Z`
const decidedIn = (events: Parameters<typeof decidedSteps>[0]['events'], from = day(1), to = day(9)) =>
  decidedSteps({ collection: 'letters', events, definitions, from, to, hoursBetween })

describe('the decisions of a stream', () => {
  const { events } = play([
    [author, 'submit', { at: day(1) }],
    [editor, 'approve', { at: day(2) }],
    [secretary, 'return', { at: day(4), reason: 'Sai' }],
    [author, 'submit', { at: day(5) }],
    [editor, 'approve', { at: day(6) }],
    [secretary, 'approve', { at: day(7) }],
    [head, 'approve', { at: day(8) }],
  ])

  it('each took the time since the text arrived at its step; time with the author does not count', () => {
    expect(decidedIn(events).map(({ step, outcome, hours, person }) => [step, outcome, hours, person])).toEqual([
      ['edit', 'passed', 24, 'binh'],
      ['confirm', 'returned', 48, 'chi'],
      ['edit', 'passed', 24, 'binh'],
      ['confirm', 'approved', 24, 'chi'],
      ['approve', 'approved', 24, 'dung'],
    ])
  })

  it('belong to the period in which they were taken', () => {
    expect(decidedIn(events, day(4), day(7))).toHaveLength(2)
  })
})

describe('a line of the report', () => {
  const one = (hours: number, more: Partial<DecidedStep> = {}): DecidedStep => ({
    at: day(1),
    collection: 'letters',
    definition: 'standard',
    step: 'edit',
    title: { vi: 'Biên tập', en: 'Edit' },
    actor: 'binh',
    person: 'Bình',
    outcome: 'passed',
    hours,
    overdue: false,
    ...more,
  })

  it('counts what was late, returned and refused, and tells the middle and the slow end', () => {
    const decided = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map((hours) => one(hours, { overdue: hours > 50 }))
    decided.push(one(2, { person: 'An', outcome: 'returned' }), one(3, { person: 'An', outcome: 'refused' }))
    expect(reportLines(decided, ({ person }) => person)).toEqual([
      { name: 'An', decisions: 2, p50: 2, p90: 3, overdue: 0, returned: 1, refused: 1 },
      { name: 'Bình', decisions: 10, p50: 5, p90: 9, overdue: 1, returned: 0, refused: 0 },
    ])
  })

  it('never tells a middle above the slow end, nor a time that nobody took', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1 }), (hours) => {
        const [line] = reportLines(
          hours.map((each) => one(each)),
          () => 'x',
        )
        expect(line!.p50).toBeLessThanOrEqual(line!.p90)
        expect(hours).toContain(line!.p50)
        expect(hours).toContain(line!.p90)
      }),
    )
  })
})

describe('groups', () => {
  it('stand in the order that is asked for, the others after them by name', () => {
    const open = ['Duyệt', 'Lạ', 'Biên tập', 'Cũ'].map((step) => ({ step, since: day(1), dueBy: '' }))
    expect(waitingLines(open, day(2), ['Biên tập', 'Duyệt']).map(({ name }) => name)).toEqual([
      'Biên tập',
      'Duyệt',
      'Cũ',
      'Lạ',
    ])
  })
})

describe('what waits now', () => {
  it('is counted at each step, with what is late and the one that waits longest', () => {
    const open = [
      { step: 'Biên tập', since: day(3), dueBy: day(4) },
      { step: 'Biên tập', since: day(2), dueBy: '' },
      { step: 'Duyệt', since: day(5), dueBy: day(9) },
    ]
    expect(waitingLines(open, day(6))).toEqual([
      { name: 'Biên tập', waiting: 2, overdue: 1, since: day(2) },
      { name: 'Duyệt', waiting: 1, overdue: 0, since: day(5) },
    ])
    expect(waitingLines([], day(6))).toEqual([])
  })

  it('is counted once each', () => {
    const texts = fc.array(
      fc.record({
        step: fc.constantFrom('Biên tập', 'Duyệt', ''),
        since: fc.constantFrom(day(1), day(2), day(3)),
        dueBy: fc.constantFrom('', day(2), day(5)),
      }),
    )
    fc.assert(
      fc.property(texts, (open) => {
        const lines = waitingLines(open, day(4))
        const sum = (of: 'waiting' | 'overdue') => lines.reduce((total, line) => total + line[of], 0)
        expect(sum('waiting')).toBe(open.length)
        expect(sum('overdue')).toBe(open.filter((one) => isOverdue(one, day(4))).length)
        for (const { step, since } of open) expect(lines.find(({ name }) => name === step)!.since <= since).toBe(true)
      }),
    )
  })
})

describe('the middle', () => {
  it('is the time within which half of them were taken; of none there is none', () => {
    expect(middle([])).toBeNull()
    expect(middle([9, 1, 4.06])).toBe(4.1)
    expect(middle([8, 2])).toBe(2)
  })
})
