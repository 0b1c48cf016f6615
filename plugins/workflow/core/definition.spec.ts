import fc from 'fast-check'
import { expect, it } from 'vitest'
import { definitionHash, type Group, type Step, type WorkflowDefinition } from './definition.ts'
import { stepWithoutApprovers } from './groups.ts'
import { defineWorkflow, lintDefinition } from './lint.ts'

const title = { vi: 'Bước', en: 'Step' }
const step = (name: string, role: string, more: Partial<Step> = {}): Step => ({
  name,
  title,
  kind: 'approve',
  by: { role },
  ...more,
})
const flow = (steps: Step[]): WorkflowDefinition => ({
  name: 'w',
  title,
  steps,
  authors: ['a'],
  authority: 'head',
  onApproved: 'publish',
})

it.each([
  ['no approving step', flow([step('e', 'x', { kind: 'edit' })])],
  ['stands twice', flow([step('a', 'x'), step('a', 'y')])],
  ['quorum of at least one', flow([step('a', 'x', { quorum: 0 })])],
  ['takes no quorum', flow([step('e', 'x', { kind: 'edit', quorum: 2 }), step('a', 'y')])],
  ['is no earlier step', flow([step('a', 'x', { returnTo: 'b' }), step('b', 'y')])],
  ['must approve', flow([step('a', 'x'), step('e', 'y', { kind: 'edit' })])],
  ['names no author', { ...flow([step('a', 'x')]), authors: [] }],
])('refuses a definition that %s', (fault, definition) => {
  expect(lintDefinition(definition).join()).toContain(fault)
  expect(() => defineWorkflow(definition)).toThrow(fault)
})

it('knows a definition by its content', () => {
  expect(definitionHash(flow([step('a', 'x')]))).toBe(definitionHash(flow([step('a', 'x')])))
  expect(definitionHash(flow([step('a', 'x')]))).not.toBe(definitionHash(flow([step('a', 'y')])))
})

it('finds a step without approvers exactly when no assignment of different people exists', () => {
  const people = ['p', 'q', 'r']
  const roles = ['x', 'y']
  const arbitrary = fc.record({
    steps: fc.array(fc.record({ role: fc.constantFrom(...roles), quorum: fc.integer({ min: 1, max: 2 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    groups: fc.record({ x: fc.subarray(people), y: fc.subarray(people) }),
  })
  fc.assert(
    fc.property(arbitrary, ({ steps, groups }) => {
      const definition = flow(steps.map(({ role, quorum }, index) => step(String(index), role, { quorum })))
      const eligible = ({ role }: Group) => groups[role as 'x' | 'y']
      const seats = steps.flatMap(({ role, quorum }) => Array<string>(quorum).fill(role))
      const possible = (index: number, used: string[]): boolean =>
        index === seats.length ||
        eligible({ role: seats[index]! }).some(
          (person) => !used.includes(person) && possible(index + 1, [...used, person]),
        )
      expect(stepWithoutApprovers(definition, eligible) === undefined).toBe(possible(0, []))
    }),
  )
})
