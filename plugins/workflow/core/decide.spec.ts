import { describe, expect, it } from 'vitest'
import { type Command, type Context, decide, mayChange } from './decide.ts'
import { defineWorkflow, definitionHash, type WorkflowDefinition } from './definition.ts'
import type { Actor, StoredEvent, WorkflowEvent } from './events.ts'
import { publicationDue, published } from './schedule.ts'
import { EMPTY, evolve, fold, publicState, type WorkflowState } from './state.ts'

const title = { vi: 'Bước', en: 'Step' }
const standard = defineWorkflow({
  name: 'standard',
  title,
  authors: ['contributor', 'editor', 'head'],
  authority: 'head',
  onApproved: 'publish',
  steps: [
    { name: 'edit', title, kind: 'edit', by: { role: 'editor' } },
    { name: 'confirm', title, kind: 'approve', by: { role: 'secretary' } },
    { name: 'approve', title, kind: 'approve', by: { role: 'head' } },
  ],
})
const hash = definitionHash(standard)
const definitions = () => standard
const person = (id: string, role: string): Actor => ({ id, role, name: id, capacity: role })
const author = person('an', 'contributor')
const editor = person('binh', 'editor')
const secretary = person('chi', 'secretary')
const head = person('dung', 'head')
const deputy = person('em', 'head')
const frozen = (contentHash: string, contributors = ['an']) => ({
  contentHash,
  contributors,
  covers: { version: 'v1', count: 1 },
  faults: [],
})
const context = (more: Partial<Context> = {}): Context => ({
  definitions,
  current: { definition: standard, hash },
  mayEdit: true,
  frozen: frozen('h1'),
  people: (role) => (role === 'head' ? ['dung', 'em'] : role === 'secretary' ? ['chi'] : ['binh']),
  address: { slug: 's', url: '/p/s' },
  ...more,
})

/** Plays commands one after the other, each on the newest state; every one must be taken. */
const play = (commands: [Actor, Command['action'], Partial<Command & { frozen: Context['frozen'] }>?][]) => {
  let state: WorkflowState = EMPTY
  const events: StoredEvent[] = []
  const store = (event: WorkflowEvent) => {
    const stored = { ...event, seq: state.seq + 1, hash: `e${state.seq + 1}` } as StoredEvent
    events.push(stored)
    state = evolve(state, stored, definitions)
  }
  for (const [by, action, more = {}] of commands) {
    const decision = decide(
      state,
      { action, by, at: '2026-01-01T00:00:00.000Z', expected: state.seq, ...more },
      context(more.frozen ? { frozen: more.frozen } : {}),
    )
    if ('refusal' in decision) throw new Error(decision.refusal.code)
    decision.events.forEach(store)
    const due = publicationDue(state, definitions, events.at(-1), '2026-01-01T00:00:00.000Z')
    if (due) store(published(state, due, context().address!))
  }
  return { state, events }
}

const refusalOf = (
  state: WorkflowState,
  by: Actor,
  action: Command['action'],
  more: Partial<Command> & { context?: Partial<Context> } = {},
) => {
  const { context: extra, ...command } = more
  const decision = decide(
    state,
    { action, by, at: '2026-01-01T00:00:00.000Z', expected: state.seq, ...command },
    context(extra),
  )
  return 'refusal' in decision ? decision.refusal.code : undefined
}

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
    expect(publicationDue(state, () => held, { type: 'approved', by: head, at: '' }, '2026')).toBeUndefined()
    const refused = decide(state, { action: 'publish', by: author, at: '', expected: state.seq }, withHeld())
    expect(refused).toMatchObject({ refusal: { code: 'FORBIDDEN' } })
    const taken = decide(state, { action: 'publish', by: head, at: '', expected: state.seq }, withHeld())
    expect(taken).toMatchObject({ events: [{ type: 'published', contentHash: 'h1', edition: 1 }] })
  })
})

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
  expect(mayChange(EMPTY, 'contributor', definitions)).toBe(true)
  const editing = play([[author, 'submit']]).state
  expect(mayChange(editing, 'editor', definitions)).toBe(true)
  expect(mayChange(editing, 'contributor', definitions)).toBe(false)
  const approving = play([
    [author, 'submit'],
    [editor, 'approve'],
  ]).state
  for (const role of ['contributor', 'editor', 'secretary', 'head', ''])
    expect(mayChange(approving, role, definitions)).toBe(false)
})
