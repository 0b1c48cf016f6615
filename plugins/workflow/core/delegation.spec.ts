import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deputy, editor, head, person, secretary, standard } from '../../../test/workflow/play.ts'
import { type Delegation, delegationFault, handable } from './delegation.ts'

const NOW = '2026-12-01T00:00:00.000Z'
const wanted = (more: Partial<Delegation> = {}): Delegation => ({
  from: head.id,
  to: secretary.id,
  steps: ['approve'],
  collections: [],
  validFrom: NOW,
  validTo: '2026-12-15T00:00:00.000Z',
  authority: '15/QĐ-BBT',
  capacity: 'KT.',
  ...more,
})
const pathOf = (more: Partial<Delegation>, others: Delegation[] = []) =>
  delegationFault({ wanted: wanted(more), from: head, to: secretary, others, definitions: [standard], now: NOW })
    ?.fields?.[0]?.path

describe('a delegation', () => {
  it('holds what its maker decides', () => {
    expect(handable(head, [standard])).toEqual(['authority', 'approve'])
    expect(handable(secretary, [standard])).toEqual(['confirm'])
    expect(handable(editor, [standard])).toEqual([])
    expect(pathOf({})).toBeUndefined()
    expect(pathOf({ steps: ['confirm'] })).toBe('steps')
    expect(pathOf({ steps: ['edit'] })).toBe('steps')
  })

  it('may lie ahead, and may not lie behind', () => {
    expect(pathOf({ validFrom: '2026-12-10T00:00:00.000Z' })).toBeUndefined()
    expect(pathOf({ validFrom: '2026-11-01T00:00:00.000Z', validTo: NOW })).toBe('validTo')
  })

  it('has a document that one can read', () => {
    for (const authority of ['', '  ', '\u200b', '...']) expect(pathOf({ authority })).toBe('authority')
  })

  it('goes in a circle only among those that hold at the same time', () => {
    const back = wanted({ from: secretary.id, to: head.id })
    expect(pathOf({}, [back])).toBe('to')
    expect(pathOf({}, [{ ...back, validTo: NOW }])).toBeUndefined()
    const third = wanted({ from: secretary.id, to: deputy.id })
    expect(pathOf({}, [third, wanted({ from: deputy.id, to: head.id })])).toBe('to')
  })
})

it('never lets delegations lead from anybody back to themselves, in whatever order people make them', () => {
  const people = [head, deputy, person('kim', 'head'), person('lan', 'head')]
  const day = (n: number) => new Date(Date.parse(NOW) + n * 24 * 3_600_000).toISOString()
  const asked = fc.record({
    from: fc.nat(people.length - 1),
    to: fc.nat(people.length - 1),
    begins: fc.nat(20),
    days: fc.integer({ min: 1, max: 20 }),
  })
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 12 }), (all) => {
      const made: Delegation[] = []
      for (const { from, to, begins, days } of all) {
        const one = wanted({
          from: people[from]!.id,
          to: people[to]!.id,
          validFrom: day(begins),
          validTo: day(begins + days),
        })
        const args = { wanted: one, from: people[from]!, to: people[to]!, definitions: [standard], now: NOW }
        if (!delegationFault({ ...args, others: made })) made.push(one)
      }
      for (let at = 0; at < 40; at += 1) {
        const holding = made.filter(({ validFrom, validTo }) => validFrom <= day(at) && day(at) < validTo)
        for (const { id } of people) {
          const reached = new Set(holding.filter(({ from }) => from === id).map(({ to }) => to))
          for (const one of reached) for (const next of holding) if (next.from === one) reached.add(next.to)
          expect(reached.has(id)).toBe(false)
        }
      }
    }),
  )
})
