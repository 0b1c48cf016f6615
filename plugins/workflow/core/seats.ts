import type { Context } from './context.ts'
import type { Step } from './definition.ts'
import type { Seat } from './events.ts'
import type { NamedPart } from './groups.ts'
import { type Acting, answering, seatsOf } from './powers.ts'
import { currentStep, openParts, type WorkflowState } from './state.ts'

/** The groups of a step for which a person could still approve. */
export const openSeats = ({ run }: WorkflowState, actor: Acting, step: Step): NamedPart[] => {
  const open = new Set(openParts(run?.approvals ?? [], step).map(({ name }) => name))
  return seatsOf(actor, step).filter(({ name }) => open.has(name))
}

/**
 * For which group of the current step the approval of a person counts, and whether it is the last of a group of which
 * all must approve. Whoever wrote the text or approved it already is not waited for. Without a lookup of people, the
 * approval is taken for the last.
 */
export const nextSeat = (state: WorkflowState, actor: Acting, { definitions, people }: Context): Seat => {
  const step = currentStep(state, definitions)
  const part = step && openSeats(state, actor, step)[0]
  if (!part) return {}
  const group = part.name ? { group: part.name } : {}
  if (part.quorum !== 'all') return group
  const { contributors, approvals } = state.run!
  const done = new Set([
    ...contributors,
    ...answering(actor),
    ...approvals.flatMap(({ actor: by, onBehalfOf = by }) => [by, onBehalfOf]),
  ])
  const last = people === undefined || people(part.by).every((id) => done.has(id))
  return last ? { ...group, everyone: true } : group
}
