import { describe, expect, it } from 'vitest'
import { author, definitions, deputy, editor, frozen, head, play, secretary } from '../../../test/workflow/play.ts'
import { fold } from './evolve.ts'
import { clearedSteps } from './publicSteps.ts'

/** The steps of the run whose publication is the last event. */
const stepsOf = (commands: Parameters<typeof play>[0]) => {
  const { events } = play(commands)
  const before = fold(events.slice(0, -1), definitions)
  expect(events.at(-1)).toMatchObject({ type: 'published' })
  return clearedSteps({ run: before.run!, events: events.slice(0, -1), definitions })
}
const names = (steps: ReturnType<typeof stepsOf>) => steps.map(({ step, capacity }) => [step, capacity])

describe('the public steps of an edition', () => {
  it('are those that its text went through, with their titles, capacities and instants, and no person', () => {
    const steps = stepsOf([
      [author, 'submit'],
      [{ ...editor, name: 'Nguyễn Văn A' }, 'approve'],
      [secretary, 'approve'],
      [head, 'approve'],
    ])
    const step = (name: string, capacity: string) => ({
      step: name,
      title: { vi: 'Bước', en: 'Step' },
      capacity,
      at: '2026-01-01T00:00:00.000Z',
    })
    expect(steps).toEqual([step('edit', 'editor'), step('confirm', 'secretary'), step('approve', 'head')])
    expect(JSON.stringify(steps)).not.toMatch(/Nguyễn Văn A|binh|dung/)
  })

  it('name each step once after a return, as it was cleared in the end', () => {
    const steps = stepsOf([
      [author, 'submit'],
      [editor, 'approve'],
      [secretary, 'return', { reason: 'Sai số' }],
      [author, 'submit', { frozen: frozen('h2') }],
      [editor, 'approve', { frozen: frozen('h2') }],
      [secretary, 'approve'],
      [deputy, 'approve'],
    ])
    expect(names(steps)).toEqual([
      ['edit', 'editor'],
      ['confirm', 'secretary'],
      ['approve', 'head'],
    ])
  })
})
