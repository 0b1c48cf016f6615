import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Capacity, Publication } from '../types.ts'
import { capacitiesOf } from './capacities.ts'
import { provenanceAfter } from './provenance.ts'

const row = (kind: Publication['kind'], steps: Capacity[]): Publication => ({
  seq: 1,
  key: 'plans:a#1',
  kind,
  collection: 'plans',
  document: 'a',
  url: '/ke-hoach/a',
  slug: 'a',
  edition: 1,
  contentHash: 'h',
  major: true,
  changeNote: null,
  capacities: JSON.stringify(steps),
  eventsHead: '',
  at: '2026-01-01T00:00:00.000Z',
  prev: '',
  hash: '',
})

const approval: Capacity = { step: 'approve', capacity: 'Trưởng ban', at: '2026-01-01T00:00:00.000Z' }
const urgent: Capacity = { step: 'publish-urgently', capacity: 'Trưởng ban', awaits: true }
const ratification: Capacity = { step: 'ratified', capacity: 'Phó Trưởng ban', ratifies: 'publication' }
const told = (...rows: Publication[]) => rows.reduce<ReturnType<typeof provenanceAfter>>(provenanceAfter, undefined)

describe('an edition', () => {
  it('that went through its steps is confirmed', () => {
    expect(told(row('published', [approval]))).toEqual({ steps: [approval], ratified: true })
  })

  it('that was published urgently waits, until it is ratified', () => {
    expect(told(row('published', [urgent]))).toEqual({ steps: [urgent], ratified: false })
    expect(told(row('published', [urgent]), row('ratified', [ratification]))).toEqual({
      steps: [urgent, ratification],
      ratified: true,
    })
  })

  it('that was published urgently before rows told so waits too', () => {
    expect(told(row('published', [{ step: 'publish-urgently', capacity: 'Trưởng ban' }]))?.ratified).toBe(false)
  })

  it('is not ratified by the ratification of its withdrawal', () => {
    const ofWithdrawal: Capacity = { step: 'ratified', capacity: 'Phó Trưởng ban', ratifies: 'withdrawal' }
    const rows = [row('published', [urgent]), row('withdrawn', []), row('ratified', [ofWithdrawal])]
    expect(told(...rows)).toEqual({ steps: [urgent], ratified: false })
  })

  it('that another person restored waits only where the row says so', () => {
    const restored: Capacity = { step: 'restored', capacity: 'Phó Trưởng ban' }
    const rows = [row('published', [urgent]), row('withdrawn', [])]
    expect(told(...rows, row('restored', [restored]))).toEqual({ steps: [urgent], ratified: true })
    expect(told(...rows, row('restored', [{ ...restored, awaits: true }]))?.ratified).toBe(false)
  })
})

describe('steps of a row', () => {
  it('are those that are well-formed, whatever the row holds', () => {
    for (const capacities of ['', 'null', '{}', '[', '[1, null, { "step": 1 }]', 'undefined'])
      expect(capacitiesOf({ capacities })).toEqual([])
    fc.assert(fc.property(fc.json(), (capacities) => Array.isArray(capacitiesOf({ capacities }))))
  })

  it('of a later row never take away those of the edition', () => {
    const kinds = fc.constantFrom('withdrawn', 'restored', 'expired', 'redirected', 'ratified', 'term')
    const given = fc.array(fc.tuple(kinds, fc.constantFrom(approval, urgent, ratification)))
    fc.assert(
      fc.property(given, (later) => {
        const rows = later.map(([kind, step]) => row(kind, [step]))
        expect(told(row('published', [approval]), ...rows)?.steps[0]).toEqual(approval)
      }),
    )
  })
})
