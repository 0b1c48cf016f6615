import type { Command } from '../../plugins/workflow/core/command.ts'
import type { Context } from '../../plugins/workflow/core/context.ts'
import { decide } from '../../plugins/workflow/core/decide.ts'
import { definitionHash } from '../../plugins/workflow/core/definition.ts'
import type { Actor, StoredEvent, WorkflowEvent } from '../../plugins/workflow/core/events.ts'
import { evolve } from '../../plugins/workflow/core/evolve.ts'
import { defineWorkflow } from '../../plugins/workflow/core/lint.ts'
import type { Acting } from '../../plugins/workflow/core/powers.ts'
import { publicationDue, published } from '../../plugins/workflow/core/schedule.ts'
import { EMPTY, type WorkflowState } from '../../plugins/workflow/core/state.ts'

export const title = { vi: 'Bước', en: 'Step' }
export const standard = defineWorkflow({
  name: 'standard',
  title,
  authors: ['contributor', 'editor', 'head'],
  authority: 'head',
  onApproved: 'publish',
  ratification: { within: 8, escalateTo: 'secretary', withdrawAfter: 24 },
  steps: [
    { name: 'edit', title, kind: 'edit', by: { role: 'editor' } },
    { name: 'confirm', title, kind: 'approve', by: { role: 'secretary' } },
    { name: 'approve', title, kind: 'approve', by: { role: 'head' } },
  ],
})
export const hash = definitionHash(standard)
export const definitions = () => standard
export const person = (id: string, role: string): Actor => ({ id, role, name: id, capacity: role })
export const author = person('an', 'contributor')
export const editor = person('binh', 'editor')
export const secretary = person('chi', 'secretary')
export const head = person('dung', 'head')
export const deputy = person('em', 'head')
export const frozen = (contentHash: string, contributors = ['an']) => ({
  contentHash,
  contributors,
  covers: { version: 'v1', count: 1 },
  faults: [],
})
export const context = (more: Partial<Context> = {}): Context => ({
  definitions,
  now: '2026-01-01T00:00:00.000Z',
  current: { definition: standard, hash },
  mayEdit: true,
  frozen: frozen('h1'),
  people: ({ role }) => (role === 'head' ? ['dung', 'em'] : role === 'secretary' ? ['chi'] : ['binh']),
  address: { slug: 's', url: '/p/s' },
  afterWorkingHours: (hours) => new Date(Date.parse('2026-01-01T00:00:00Z') + hours * 3_600_000).toISOString(),
  document: 'letters:this',
  ofOthers: new Set(),
  target: { document: 'letters:other', url: '/p/other' },
  ...more,
})

/** Applies commands in order, each to the latest state; none may be refused. */
export const play = (commands: [Acting, Command['action'], Partial<Command & { frozen: Context['frozen'] }>?][]) => {
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

export const refusalOf = (
  state: WorkflowState,
  by: Acting,
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
