import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  author,
  context,
  definitions,
  deputy,
  editor,
  frozen,
  head,
  play,
  refusalOf,
  secretary,
  standard,
} from '../../../test/workflow/play.ts'
import { decide } from './decide.ts'
import type { StoredEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { ACTIONS } from './permit.ts'
import { publicationDue, published } from './schedule.ts'

const AT = '2026-01-01T00:00:00.000Z'
const atHead = () =>
  play([
    [author, 'submit', { frozen: frozen('h1'), changeNote: 'Điều 1' }],
    [editor, 'approve', { frozen: frozen('h1') }],
    [secretary, 'approve'],
  ]).state
const notes = fc.option(fc.constantFrom('Sửa điều 2', '  ', 'Bổ sung\nđiều 3'), { nil: undefined })

describe('the last approval', () => {
  it('is decided with the publication it brings about, the same that would follow it later', () => {
    fc.assert(
      fc.property(notes, notes, fc.webUrl(), (changeNote, comment, url) => {
        const state = atHead()
        const address = { slug: 's', url, expiresAt: '2026-12-01T00:00:00.000Z' }
        const command = { action: 'approve', by: head, at: AT, expected: state.seq, changeNote, comment } as const
        const decision = decide(state, command, context({ address }))
        if ('refusal' in decision) throw new Error(decision.refusal.code)
        expect(decision.events.map(({ type }) => type)).toEqual(['approved', 'published'])
        const stored = { ...decision.events[0]!, seq: state.seq + 1, hash: 'e' } as StoredEvent
        const after = evolve(state, stored, definitions)
        const due = publicationDue(after, definitions, stored, '2026-02-02T00:00:00.000Z')!
        expect(published(after, due, address)).toEqual(decision.events[1])
      }),
    )
  })

  it('stands alone when the text is held, when a time is set, and when another approval is still needed', () => {
    const state = atHead()
    const typesOf = (definition: typeof standard, more: { publishAt?: string } = {}) => {
      const decision = decide(
        state,
        { action: 'approve', by: head, at: AT, expected: state.seq, ...more },
        context({ definitions: () => definition }),
      )
      return 'refusal' in decision ? decision.refusal.code : decision.events.map(({ type }) => type)
    }
    expect(typesOf({ ...standard, onApproved: 'hold' })).toEqual(['approved'])
    expect(typesOf(standard, { publishAt: '2026-01-02T00:00:00.000Z' })).toEqual(['approved'])
    const two = {
      ...standard,
      steps: standard.steps.map((step) => ({ ...step, quorum: step.name === 'approve' ? 2 : 1 })),
    }
    expect(typesOf(two)).toEqual(['approved'])
    expect(typesOf(standard)).toEqual(['approved', 'published'])
  })

  it('leaves nobody anything to do until its publication stands, and everything to the heads should that fail', () => {
    const before = atHead()
    const approved = { type: 'approved', step: 'approve', contentHash: 'h1', final: true, by: head, at: AT } as const
    const between = evolve(before, { ...approved, seq: 4, hash: 'e4' }, definitions)
    for (const by of [author, editor, secretary, head, deputy])
      for (const action of ACTIONS)
        expect(refusalOf(between, by, action, { reason: 'Thôi', publishAt: '2026-01-02T00:00:00Z' })).toBe(
          'WORKFLOW_WRONG_STATE',
        )
    const failed = evolve(
      between,
      { type: 'publicationFailed', contentHash: 'h1', reason: 'x', by: head, at: AT, seq: 5, hash: 'e5' },
      definitions,
    )
    for (const action of ['publish', 'return', 'schedule'] as const)
      expect(
        refusalOf(failed, deputy, action, { reason: 'Thôi', publishAt: '2026-01-02T00:00:00Z' }),
        action,
      ).toBeUndefined()
  })
})
