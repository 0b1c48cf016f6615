import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { context, head, standard } from '../../../test/workflow/play.ts'
import { approveListed, type Listed, manifestOf } from './batch.ts'
import { decide } from './decide.ts'
import type { BatchMark, StoredEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { publicRow } from './publicRow.ts'
import { decidedSteps } from './report.ts'
import { EMPTY, type WorkflowState } from './state.ts'

const title = { vi: 'Lô', en: 'Batch' }
const imported = {
  ...standard,
  name: 'imported',
  steps: [{ name: 'approve', title, kind: 'approve' as const, by: { role: 'head' } }],
}
const definitions = () => imported
const facts = context({ definitions, current: { definition: imported, hash: 'd' } })
const AT = '2026-01-01T00:00:00.000Z'
const mark: BatchMark = { manifest: 'm', documents: 3 }
const asListed = { listed: { collection: 'letters', id: '1', contentHash: 'h1' }, imported: true, mark }

/** The state after some events, and the events as stored. */
const stored = (events: readonly object[]) => {
  let state: WorkflowState = EMPTY
  const all: StoredEvent[] = []
  const befores: WorkflowState[] = []
  for (const event of events) {
    const one = { ...event, seq: state.seq + 1, hash: `e${state.seq + 1}` } as StoredEvent
    befores.push(state)
    state = evolve(state, one, definitions)
    all.push(one)
  }
  return { state, all, befores }
}
const taken = (more: Partial<typeof asListed> = {}) => {
  const decision = approveListed(EMPTY, { by: head, at: AT }, facts, { ...asListed, ...more })
  if ('refusal' in decision) throw new Error(decision.refusal.code)
  return decision.events
}

describe('a list of documents', () => {
  const hex = fc.stringMatching(/^[0-9a-f]{64}$/)
  const documents = fc.uniqueArray(
    fc.record<Listed>({
      collection: fc.constantFrom('a', 'b'),
      id: fc.stringMatching(/^[0-9a-f]{1,24}$/),
      contentHash: hex,
    }),
    { minLength: 1, selector: ({ collection, id }) => `${collection}:${id}` },
  )

  it('has one manifest whatever its order, and another one when anything on it is another', () => {
    fc.assert(
      fc.property(documents, hex, (list, hash) => {
        const manifest = manifestOf(list)
        expect(manifest).toMatch(/^[0-9a-f]{64}$/)
        expect(manifestOf([...list].reverse())).toBe(manifest)
        expect(manifestOf(list.slice(1))).not.toBe(manifest)
        const [first, ...others] = list
        fc.pre(first!.contentHash !== hash)
        expect(manifestOf([{ ...first!, contentHash: hash }, ...others])).not.toBe(manifest)
      }),
    )
  })
})

describe('a text approved with others', () => {
  it('is a run like any other: submitted, approved and published by one head, with the manifest', () => {
    const events = taken()
    expect(events.map(({ type, by }) => [type, by.id])).toEqual([
      ['submitted', 'dung'],
      ['approved', 'dung'],
      ['published', 'dung'],
    ])
    expect(events[0]).toMatchObject({ batch: mark, contentHash: 'h1' })
    expect(events[2]).toMatchObject({ batch: mark, contentHash: 'h1', edition: 1 })
  })

  it('is public in silence, since the day on which it was public elsewhere', () => {
    const since = '2019-05-07T17:00:00.000Z'
    const { all, befores } = stored(taken({ mark: { ...mark, publicSince: since } }))
    const row = publicRow({
      before: befores[2]!,
      event: all[2]!,
      events: all,
      definitions,
      document: { collection: 'letters', key: 'k' },
      key: 'letters:k#3',
    })
    expect(row).toMatchObject({ kind: 'published', major: false, edition: 1, at: AT })
    expect(JSON.parse(row!.capacities)).toMatchObject([{ step: 'approve', capacity: 'head', publicSince: since }])
  })

  it('lets nobody approve their own text, nor an incomplete one', () => {
    const of = (frozen: object) =>
      approveListed(EMPTY, { by: head, at: AT }, { ...facts, frozen: { ...facts.frozen!, ...frozen } }, asListed)
    expect(of({ contributors: ['dung'] })).toMatchObject({ refusal: { code: 'WORKFLOW_CONFLICT_OF_DUTY' } })
    expect(of({ faults: [{ path: 'title', message: title }] })).toMatchObject({ refusal: { code: 'CONTENT_INVALID' } })
  })

  it('goes on where it was interrupted, by the same list alone', () => {
    const { state } = stored(taken().slice(0, 1))
    const again = (manifest: string) =>
      approveListed(state, { by: head, at: AT }, facts, { ...asListed, mark: { ...mark, manifest } })
    expect(again('other')).toMatchObject({ refusal: { code: 'WORKFLOW_WRONG_STATE' } })
    expect(again('m')).toMatchObject({ events: [{ type: 'approved' }, { type: 'published' }] })
  })

  it('does not make later editions silent', () => {
    const { state, all } = stored(taken())
    const later = decide(
      state,
      { action: 'submit', by: head, at: AT, expected: state.seq },
      { ...facts, frozen: { ...facts.frozen!, contentHash: 'h2' } },
    )
    if ('refusal' in later) throw new Error(later.refusal.code)
    const next = stored([...all, ...later.events]).state
    expect(next.run?.batch).toBeUndefined()
  })

  it('is no decision that tells how fast people decide', () => {
    const { all } = stored(taken())
    const period = { from: AT, to: '2026-02-01T00:00:00.000Z', hoursBetween: () => 0 }
    const decided = (events: readonly StoredEvent[]) =>
      decidedSteps({ collection: 'letters', events, definitions, ...period })
    expect(all.some(({ type }) => type === 'approved')).toBe(true)
    expect(decided(all)).toEqual([])
    expect(decided(all.map((event) => ({ ...event, batch: undefined }) as StoredEvent))).toHaveLength(1)
  })
})
