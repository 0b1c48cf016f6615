import type { Group, Quorum, Step, WorkflowDefinition } from './definition.ts'
import { partsOf } from './groups.ts'

/** Longest clock that a definition may set, in working hours: about two months. */
const LONGEST_CLOCK = 320
/** Most groups that decide side by side at one step; task lists look them up by as many columns. */
const MOST_GROUPS = 3

const isClock = (hours: number): boolean => hours > 0 && hours <= LONGEST_CLOCK
const twice = (names: readonly string[]): string | undefined => names.find((name, at) => names.indexOf(name) !== at)

const groupFaults = ({ role, unit, person, title }: Group): string[] => [
  ...(role || unit || person ? [] : ['names nobody who could decide']),
  ...((unit || person) && !title ? ['must say what its people are called: `title` beside `unit` or `person`'] : []),
]

const isQuorum = (quorum: Quorum): boolean => quorum === 'all' || (Number.isInteger(quorum) && quorum >= 1)

const stepFaults = (step: Step, earlier: readonly Step[]): string[] => {
  const { kind, quorum = 1, checklist = [], returnTo = 'author', due, parallel = [], ignores = [] } = step
  const parts = partsOf(step)
  return [
    ...parts.flatMap(({ by }) => groupFaults(by)),
    ...(parts.every((part) => isQuorum(part.quorum)) ? [] : ['needs a quorum of at least one, or "all"']),
    ...parts
      .filter(({ by, quorum: needed }) => by.person && needed !== 1)
      .map(({ by }) => `asks for more than one person, but only "${by.person}" may decide`),
    ...(kind === 'edit' && quorum !== 1 ? ['is passed on by one person and takes no quorum'] : []),
    ...(kind === 'edit' && parallel.length ? ['is passed on by one person and takes no groups side by side'] : []),
    ...(kind === 'edit' && ignores.length ? ['approves nothing, so no change could void its approvals'] : []),
    ...(parts.length > MOST_GROUPS ? [`has more than ${MOST_GROUPS} groups side by side`] : []),
    ...(twice(parts.map(({ name }) => name)) === undefined ? [] : ['has two groups of one name']),
    ...(twice(checklist.map(({ name }) => name)) === undefined ? [] : ['has two items of one name to tick']),
    ...(due && !isClock(due.within) ? [`must be due within 1 to ${LONGEST_CLOCK} working hours`] : []),
    ...(returnTo === 'author' || earlier.some(({ name }) => name === returnTo)
      ? []
      : [`returns to "${returnTo}", which is no earlier step`]),
  ].map((fault) => `step "${step.name}" ${fault}`)
}

/**
 * Faults of the definition itself, one English sentence each, with the name of the step. Empty when the definition is
 * usable.
 */
export const lintDefinition = (definition: WorkflowDefinition): string[] => {
  const { steps, authors, name, claimedFor = 1, ratification } = definition
  const { within = 1, withdrawAfter = within } = ratification ?? {}
  const stands = twice(steps.map((step) => step.name))
  const last = steps.at(-1)
  return [
    ...(steps.some(({ kind }) => kind === 'approve')
      ? []
      : ['has no approving step, so anything would be published unapproved']),
    ...(authors.length ? [] : ['names no author, so nothing could be submitted']),
    ...(stands === undefined ? [] : [`step "${stands}" stands twice`]),
    ...steps.flatMap((step, index) => stepFaults(step, steps.slice(0, index))),
    ...(isClock(claimedFor) ? [] : [`lets a step be claimed for 1 to ${LONGEST_CLOCK} working hours`]),
    ...(isClock(within) ? [] : [`must be ratified within 1 to ${LONGEST_CLOCK} working hours`]),
    ...(withdrawAfter >= within && isClock(withdrawAfter)
      ? []
      : ['withdraws what nobody ratified before it had to be ratified']),
    ...(last && last.kind !== 'approve'
      ? [`the last step "${last.name}" must approve, or what it changes would be published unseen`]
      : []),
  ].map((fault) => `Workflow "${name}": ${fault}`)
}

/**
 * Checks a definition and returns it.
 *
 * @throws Error listing every fault, one per line
 */
export const defineWorkflow = (definition: WorkflowDefinition): WorkflowDefinition => {
  const faults = lintDefinition(definition)
  if (faults.length) throw new Error(faults.join('\n'))
  return definition
}
