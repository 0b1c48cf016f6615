import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyChange } from '../../../test/workflow/models/anyCommand.ts'
import { author, context, editor, head, play, secretary, standard } from '../../../test/workflow/play.ts'
import { attested } from '../audit/attested.ts'
import { decide } from './decide.ts'
import { definitionHash, type Step, type WorkflowDefinition } from './definition.ts'
import type { StoredEvent, WorkflowEvent } from './events.ts'
import { evolve, fold } from './evolve.ts'
import { movedRun, sharedSteps } from './movedRun.ts'
import { standingOf } from './notices.ts'
import { clearedSteps } from './publicSteps.ts'
import { decidedSteps } from './report.ts'
import { currentStep } from './state.ts'

const DAY = '2026-01-02T00:00:00.000Z'
const WHY = 'Quy chế mới'
const withSteps = (steps: Step[], more: Partial<WorkflowDefinition> = {}): WorkflowDefinition => ({
  ...standard,
  ...more,
  steps,
})
const [edit, confirm, approve] = standard.steps as [Step, Step, Step]
const law: Step = { name: 'law', title: { vi: 'Pháp chế', en: 'Legal' }, kind: 'approve', by: { role: 'lawyer' } }

/** The trail of a text that waits for the head, then was moved to another definition, and what it adds up to. */
const moved = (to: WorkflowDefinition, commands: Parameters<typeof play>[0] = toHead, by = head) => {
  const { events, state } = play(commands)
  const from = state.run!.definition
  const hash = definitionHash(to)
  const lookup = (one: string) => (one === hash ? to : standard)
  const event = { type: 'moved', by, at: DAY, from, definition: hash, reason: WHY } as const
  const all: StoredEvent[] = [...events, { ...event, seq: state.seq + 1, hash: 'm' }]
  return { events: all, state: fold(all, lookup), lookup }
}
const toHead: Parameters<typeof play>[0] = [
  [author, 'submit'],
  [editor, 'approve'],
  [secretary, 'approve'],
]
const timed: Parameters<typeof play>[0] = [...toHead, [head, 'schedule', { publishAt: '2026-02-01T00:00:00.000Z' }]]

describe('a run that is moved', () => {
  it('goes on at the first step that differs; what was approved before it stands', () => {
    const { state, lookup } = moved(withSteps([edit, confirm, law, approve]))
    expect(currentStep(state, lookup)?.name).toBe('law')
    expect(state.run).toMatchObject({ approvals: [{ step: 'confirm' }], arrivedAt: DAY, decided: true })
  })

  it('stays where it is when only later steps differ, and its clock begins anew', () => {
    const { state, lookup } = moved(withSteps([edit, confirm, law, approve]), toHead.slice(0, 2))
    expect(currentStep(state, lookup)?.name).toBe('confirm')
    expect(state.run).toMatchObject({ approvals: [], arrivedAt: DAY })
  })

  it('is approved anew from a step that was changed in anything', () => {
    const { state, lookup } = moved(withSteps([edit, { ...confirm, due: { within: 8 } }, approve]))
    expect(currentStep(state, lookup)?.name).toBe('confirm')
    expect(state.run?.approvals).toEqual([])
  })

  it('is approved when every step is left behind, keeps its time, and is not published by the move', () => {
    const shorter = withSteps([edit, confirm])
    expect(moved(shorter).state.run).toMatchObject({ step: 2, publishing: false })
    expect(moved(shorter, timed).state.run).toMatchObject({ publishAt: '2026-02-01T00:00:00.000Z' })
    expect(moved(withSteps([edit, confirm, law]), timed).state.run!.publishAt).toBeUndefined()
  })

  it('has arrived for those who decide now', () => {
    const { events, lookup } = moved(withSteps([edit, confirm, law, approve]), toHead.slice(0, 2))
    expect(standingOf(events, lookup).arrival).toBe(events.at(-1)!.seq)
  })

  it('is told to the public by the steps of the definition that it followed last', () => {
    const { events, state, lookup } = moved(withSteps([{ ...edit, name: 'write' }, confirm, approve]))
    const clears = (event: Partial<WorkflowEvent>, seq: number) =>
      ({ at: DAY, contentHash: 'h1', seq, hash: '', ...event }) as StoredEvent
    const later = [
      clears({ type: 'passed', by: editor, step: 'write', contributors: ['an'] }, 5),
      clears({ type: 'approved', by: secretary, step: 'confirm', final: false }, 6),
      clears({ type: 'approved', by: head, step: 'approve', final: true }, 7),
    ]
    const { run } = later.reduce((now, event) => evolve(now, event, lookup), state)
    const told = clearedSteps({ run: run!, events: [...events, ...later], definitions: lookup })
    expect(told.map(({ step, at }) => [step, at])).toEqual([
      ['write', DAY],
      ['confirm', DAY],
      ['approve', DAY],
    ])
    expect(told.every((one) => one.title)).toBe(true)
    const report = { collection: 'letters', events: [...events, ...later], definitions: lookup, from: '', to: '3' }
    expect(decidedSteps({ ...report, hoursBetween: () => 1 }).map(({ step }) => step)).toEqual([
      'edit',
      'confirm',
      'write',
      'confirm',
      'approve',
    ])
    const published = clears({ type: 'published', by: head, edition: 1, slug: 's', url: '/s' }, 8)
    const complete = (trail: StoredEvent[]) => attested('letters:a', trail, lookup).map((row) => row.complete)
    expect(complete([...events, ...later, published])).toEqual([true])
    // Approvals under the definition that it left are not enough, nor a move by whoever has no authority.
    expect(complete([...events, clears({ ...published }, 5)])).toEqual([false])
    const byEditor = events.map((event) => (event.type === 'moved' ? { ...event, by: editor } : event))
    expect(complete([...byEditor, ...later, published])).toEqual([false])
  })

  it('keeps nothing that the new definition does not begin with, and waits at a step that nobody cleared', () => {
    fc.assert(
      fc.property(anyChange, fc.nat(4), ([first, second], cleared) => {
        const lookup = (hash: string) => (hash === 'first' ? first : second)
        const step = Math.min(cleared, first.steps.length)
        const approvals = first.steps
          .slice(0, step)
          .flatMap(({ name, kind }) => (kind === 'edit' ? [] : [{ step: name, actor: `of ${name}`, capacity: '' }]))
        const { run } = play([[author, 'submit']]).state
        const after = movedRun(
          { ...run!, definition: 'first', step, approvals },
          { definition: 'second', at: DAY },
          lookup,
        )
        const shared = sharedSteps(first, second)
        expect(second.steps.slice(0, shared.length)).toEqual(first.steps.slice(0, shared.length))
        expect(after.approvals).toEqual(approvals.filter((one) => shared.includes(one.step)))
        expect(after.step).toBeLessThanOrEqual(second.steps.length)
        if (after.step > shared.length) expect(second.steps[after.step - 1]?.kind).toBe('approve')
      }),
    )
  })
})

it('a move says where the text stands, and is refused when nobody is left for a step ahead', () => {
  const definition = withSteps([edit, confirm, law, approve])
  const inForce = { definition, hash: definitionHash(definition) }
  const { state } = play(toHead)
  const command = { action: 'move', by: head, at: DAY, expected: state.seq, reason: ` ${WHY} ` } as const
  const people = ({ role }: { role?: string }) => (role === 'lawyer' ? ['gia'] : ['dung'])
  expect(decide(state, command, context({ inForce, people }))).toMatchObject({
    events: [{ type: 'moved', definition: inForce.hash, reason: WHY, step: 'law' }],
  })
  // Whoever confirmed the text approves nothing more, and is the only lawyer.
  expect(decide(state, command, context({ inForce, people: () => ['chi'] }))).toMatchObject({
    refusal: { code: 'WORKFLOW_NO_APPROVER', message: { en: expect.stringContaining('Legal') } },
  })
})
