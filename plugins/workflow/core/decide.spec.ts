import { describe, expect, it } from 'vitest'
import {
  author,
  context,
  definitions,
  editor,
  frozen,
  head,
  person,
  play,
  refusalOf,
  secretary,
  standard,
  title,
} from '../../../test/workflow/play.ts'
import type { Context } from './context.ts'
import { decide, mayChange } from './decide.ts'
import type { WorkflowDefinition } from './definition.ts'
import { evolve } from './evolve.ts'
import { publicationDue } from './schedule.ts'
import { EMPTY, publicState, type WorkflowState } from './state.ts'

describe('the chain', () => {
  it('publishes after the last approval, as the first edition', () => {
    const { state } = play([
      [author, 'submit'],
      [editor, 'approve'],
      [secretary, 'approve'],
      [head, 'approve'],
    ])
    expect(state).toMatchObject({ live: true, edition: 1, run: undefined })
    expect(publicState(state, definitions)).toBe('published')
  })

  it('keeps the edition live while a new text is under review, and after that text is refused', () => {
    const once: Parameters<typeof play>[0] = [
      [author, 'submit'],
      [editor, 'approve'],
      [secretary, 'approve'],
      [head, 'approve'],
    ]
    const reviewing = play([...once, [author, 'submit', { frozen: frozen('h2') }]])
    expect(reviewing.state.live).toBe(true)
    expect(publicState(reviewing.state, definitions)).toBe('in_review')
    const refused = play([
      ...once,
      [author, 'submit', { frozen: frozen('h2') }],
      [editor, 'refuse', { reason: 'không cần' }],
    ])
    expect(publicState(refused.state, definitions)).toBe('published')
  })

  it('holds an approved text until a head publishes it', () => {
    const held: WorkflowDefinition = { ...standard, onApproved: 'hold' }
    const withHeld = (more: Partial<Context> = {}) =>
      context({ definitions: () => held, current: { definition: held, hash: 'x' }, ...more })
    let state: WorkflowState = EMPTY
    for (const [by, action] of [
      [author, 'submit'],
      [editor, 'approve'],
      [secretary, 'approve'],
      [head, 'approve'],
    ] as const) {
      const decision = decide(state, { action, by, at: '2026-01-01T00:00:00.000Z', expected: state.seq }, withHeld())
      if ('refusal' in decision) throw new Error(decision.refusal.code)
      for (const event of decision.events) state = evolve(state, { ...event, seq: state.seq + 1, hash: '' }, () => held)
    }
    expect(publicState(state, () => held)).toBe('approved')
    expect(publicationDue(state, () => held, { by: head, at: '' }, '2026')).toBeUndefined()
    const refused = decide(state, { action: 'publish', by: author, at: '', expected: state.seq }, withHeld())
    expect(refused).toMatchObject({ refusal: { code: 'FORBIDDEN' } })
    const taken = decide(state, { action: 'publish', by: head, at: '', expected: state.seq }, withHeld())
    expect(taken).toMatchObject({ events: [{ type: 'published', contentHash: 'h1', edition: 1 }] })
  })
})

describe('every action', () => {
  it('refuses without the state it was decided on, and on a state that has passed', () => {
    expect(refusalOf(EMPTY, author, 'submit', { expected: undefined })).toBe('WORKFLOW_EXPECTED_MISSING')
    expect(refusalOf(EMPTY, author, 'submit', { expected: 3 })).toBe('WORKFLOW_STALE')
  })

  it('refuses to return, refuse or withdraw without a reason', () => {
    const { state } = play([[author, 'submit']])
    expect(refusalOf(state, editor, 'return', { reason: '  ' })).toBe('WORKFLOW_REASON_MISSING')
    expect(refusalOf(state, editor, 'refuse')).toBe('WORKFLOW_REASON_MISSING')
    expect(refusalOf(state, editor, 'return', { reason: 'sai số' })).toBeUndefined()
  })

  it('refuses a step to everyone whose step it is not', () => {
    const { state } = play([[author, 'submit']])
    for (const other of [author, secretary, head])
      expect(refusalOf(state, other, 'approve')).toBe('WORKFLOW_NOT_YOUR_STEP')
  })

  it('refuses to submit an incomplete text, naming its fields', () => {
    const fault = { path: 'title', message: title }
    const decision = decide(
      EMPTY,
      { action: 'submit', by: author, at: '', expected: 0 },
      context({ frozen: { ...frozen('h'), faults: [fault] } }),
    )
    expect(decision).toMatchObject({ refusal: { code: 'CONTENT_INVALID', fields: [fault] } })
  })

  it('lets only the submitter recall, and only before the first decision', () => {
    const { state } = play([[author, 'submit']])
    expect(refusalOf(state, editor, 'recall')).toBe('FORBIDDEN')
    expect(refusalOf(state, author, 'recall')).toBeUndefined()
    expect(
      refusalOf(
        play([
          [author, 'submit'],
          [editor, 'approve'],
        ]).state,
        author,
        'recall',
      ),
    ).toBe('WORKFLOW_WRONG_STATE')
  })

  it('refuses to submit again what equals the edition in force', () => {
    const { state } = play([
      [author, 'submit'],
      [editor, 'approve'],
      [secretary, 'approve'],
      [head, 'approve'],
    ])
    expect(refusalOf(state, author, 'submit')).toBe('WORKFLOW_WRONG_STATE')
    expect(refusalOf(state, author, 'submit', { context: { frozen: frozen('h2') } })).toBeUndefined()
  })

  it('withdraws a live edition once, by a head, with a reason', () => {
    const { state } = play([
      [author, 'submit'],
      [editor, 'approve'],
      [secretary, 'approve'],
      [head, 'approve'],
    ])
    expect(refusalOf(state, secretary, 'withdraw', { reason: 'x' })).toBe('FORBIDDEN')
    const after = play([
      [author, 'submit'],
      [editor, 'approve'],
      [secretary, 'approve'],
      [head, 'approve'],
      [head, 'withdraw', { reason: 'nhầm' }],
    ]).state
    expect(publicState(after, definitions)).toBe('withdrawn')
    expect(refusalOf(after, head, 'withdraw', { reason: 'x' })).toBe('WORKFLOW_WRONG_STATE')
  })
})

it('lets the working copy change in a draft and in an edit step by its actor only', () => {
  expect(mayChange(EMPTY, person('contributor', 'contributor'), definitions)).toBe(true)
  const editing = play([[author, 'submit']]).state
  expect(mayChange(editing, person('editor', 'editor'), definitions)).toBe(true)
  expect(mayChange(editing, person('contributor', 'contributor'), definitions)).toBe(false)
  const approving = play([
    [author, 'submit'],
    [editor, 'approve'],
  ]).state
  for (const role of ['contributor', 'editor', 'secretary', 'head', ''])
    expect(mayChange(approving, person('ai', role), definitions)).toBe(false)
})

describe('what is said', () => {
  it.each(['', '   ', '\u00a0', '\u200b', ' \u200b ', '\u3164', '...', '\u202e'])(
    'is no reason when it is %j, for nobody could read it',
    (reason) => {
      const { state } = play([[author, 'submit']])
      expect(refusalOf(state, editor, 'return', { reason })).toBe('WORKFLOW_REASON_MISSING')
    },
  )

  it('about what changed goes out with the edition, by whoever said it last on the way', () => {
    const publish = (...notes: (string | undefined)[]) => {
      const [submitted, passed, approved] = notes.map((changeNote) => ({ changeNote }))
      const { events } = play([
        [author, 'submit', submitted],
        [editor, 'approve', passed],
        [secretary, 'approve'],
        [head, 'approve', approved],
      ])
      const last = events.at(-1)!
      return last.type === 'published' ? last.changeNote : 'not published'
    }
    expect(publish()).toBeUndefined()
    expect(publish('Sửa số điện thoại')).toBe('Sửa số điện thoại')
    expect(publish('Sửa số điện thoại', undefined, ' \u200b ')).toBe('Sửa số điện thoại')
    expect(publish('Sửa số', 'Sửa số điện thoại', undefined)).toBe('Sửa số điện thoại')
    expect(publish('Sửa số', undefined, 'Đổi nơi nộp')).toBe('Đổi nơi nộp')
  })
})
