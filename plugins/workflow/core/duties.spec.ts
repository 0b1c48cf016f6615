import { describe, expect, it } from 'vitest'
import {
  author,
  deputy,
  editor,
  frozen,
  head,
  play,
  refusalOf,
  secretary,
  standard,
  title,
} from '../../../test/workflow/play.ts'
import type { StoredEvent } from './events.ts'
import { fold } from './evolve.ts'
import { defineWorkflow } from './lint.ts'
import { EMPTY } from './state.ts'

describe('separation of duties', () => {
  const atHead = () =>
    play([
      [author, 'submit', { frozen: frozen('h1', ['an', 'dung']) }],
      [editor, 'approve', { frozen: frozen('h1', ['an', 'dung']) }],
      [secretary, 'approve'],
    ]).state

  it('refuses the approval of a contributor, and takes that of a colleague', () => {
    expect(refusalOf(atHead(), head, 'approve')).toBe('WORKFLOW_CONFLICT_OF_DUTY')
    expect(refusalOf(atHead(), deputy, 'approve')).toBeUndefined()
  })

  it('refuses a second approval by the same person in one round', () => {
    const two = defineWorkflow({
      ...standard,
      steps: [{ name: 'approve', title, kind: 'approve', by: { role: 'head' }, quorum: 2 }],
    })
    const lookup = () => two
    const state = fold(
      [
        {
          type: 'submitted',
          by: author,
          at: '',
          round: 1,
          definition: 'd',
          contentHash: 'h',
          contributors: ['an'],
          covers: { version: '', count: 0 },
          seq: 1,
          hash: '',
        },
        { type: 'approved', by: head, at: '', step: 'approve', contentHash: 'h', final: false, seq: 2, hash: '' },
      ],
      lookup,
    )
    const extra = { definitions: lookup }
    expect(refusalOf(state, head, 'approve', { context: extra })).toBe('WORKFLOW_CONFLICT_OF_DUTY')
    expect(refusalOf(state, deputy, 'approve', { context: extra })).toBeUndefined()
  })

  it('refuses to submit what nobody eligible could approve', () => {
    expect(refusalOf(EMPTY, author, 'submit', { context: { frozen: frozen('h', ['chi']) } })).toBe(
      'WORKFLOW_NO_APPROVER',
    )
    expect(refusalOf(EMPTY, author, 'submit', { context: { people: () => ['an'] } })).toBe('WORKFLOW_NO_APPROVER')
  })

  it('voids the approvals of a round when a later edit step changes the text', () => {
    const late = defineWorkflow({
      ...standard,
      steps: [
        { name: 'confirm', title, kind: 'approve', by: { role: 'secretary' } },
        { name: 'edit', title, kind: 'edit', by: { role: 'editor' } },
        { name: 'approve', title, kind: 'approve', by: { role: 'head' } },
      ],
    })
    const covers = { version: '', count: 0 }
    const base = [
      {
        type: 'submitted',
        by: author,
        at: '',
        round: 1,
        definition: 'd',
        contentHash: 'h1',
        contributors: ['an'],
        covers,
        seq: 1,
        hash: '',
      },
      { type: 'approved', by: secretary, at: '', step: 'confirm', contentHash: 'h1', final: false, seq: 2, hash: '' },
    ] as StoredEvent[]
    const passed = (contentHash: string): StoredEvent => ({
      type: 'passed',
      by: editor,
      at: '',
      step: 'edit',
      contentHash,
      contributors: ['an'],
      covers,
      seq: 3,
      hash: '',
    })
    expect(fold([...base, passed('h1')], () => late).run).toMatchObject({ step: 2, approvals: [{ actor: 'chi' }] })
    expect(fold([...base, passed('h2')], () => late).run).toMatchObject({ step: 0, approvals: [], contentHash: 'h2' })
  })
})
