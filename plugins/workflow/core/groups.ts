import { type Text, textIn } from '../../../lib/text/languages.ts'
import type { Group, Part, Quorum, Step, WorkflowDefinition } from './definition.ts'
import type { Actor } from './events.ts'

/** A person as the rules look at them. */
export interface Person extends Actor {
  /** Key of their unit. */
  unit?: string
  /** Their mail address. */
  address?: string
}

/** A group of a step; the people of `by` have no name unless others decide beside them. */
export type NamedPart = Part & { quorum: Quorum }

/** The groups that decide at a step, that of `by` first. */
export const partsOf = ({ by, quorum = 1, parallel = [] }: Pick<Step, 'by' | 'quorum' | 'parallel'>): NamedPart[] => [
  { name: '', by, quorum },
  ...parallel.map((part) => ({ quorum: 1, ...part })),
]

/** Whether a person is one of a group. */
export const belongs = (person: Person, { role, unit, person: address }: Group): boolean =>
  (role !== undefined || unit !== undefined || address !== undefined) &&
  (role === undefined || person.role === role) &&
  (unit === undefined || person.unit === unit) &&
  (address === undefined || person.address === address)

/** Whether a person is one of any group of a step. */
export const sitsAt = (person: Person, step: Step): boolean => partsOf(step).some(({ by }) => belongs(person, by))

/** The key under which task lists find what waits for a group. */
export const groupKey = ({ role = '', unit, person }: Group): string =>
  [...(person === undefined ? [] : [`person:${person}`]), ...(unit === undefined ? [] : [`unit:${unit}`]), role]
    .filter(Boolean)
    .join('+')

/** The keys of all groups that a person may be one of. */
export const keysOf = ({ role, unit, address }: Person): string[] => {
  const roles = role ? [undefined, role] : [undefined]
  const units = unit ? [undefined, unit] : [undefined]
  const people = address ? [undefined, address] : [undefined]
  return roles
    .flatMap((one) => units.flatMap((two) => people.map((three) => ({ role: one, unit: two, person: three }))))
    .map(groupKey)
    .filter((key) => key !== '')
}

/** A lookup of the ids of the active people of a group. */
export type Members = (group: Group) => string[]

/**
 * Returns the first approving step that could not be cleared. Nobody may approve what they wrote, and nobody may clear
 * two approving steps, so all approvers of a run must be different people. One person may be of several groups, so the
 * check is a bipartite matching by augmenting paths (Kuhn).
 *
 * @param eligible returns the ids of the active people of a group, without contributors
 */
export const stepWithoutApprovers = (definition: WorkflowDefinition, eligible: Members): Step | undefined => {
  const seats = definition.steps
    .filter(({ kind }) => kind === 'approve')
    .flatMap((step) =>
      partsOf(step).flatMap(({ by, quorum }) => {
        const length = quorum === 'all' ? Math.max(1, eligible(by).length) : quorum
        return Array.from({ length }, () => ({ step, by }))
      }),
    )
  const seatOf = new Map<string, number>()
  const assign = (seat: number, visited: Set<string>): boolean =>
    eligible(seats[seat]!.by).some((person) => {
      if (visited.has(person)) return false
      visited.add(person)
      const taken = seatOf.get(person)
      if (taken !== undefined && !assign(taken, visited)) return false
      seatOf.set(person, seat)
      return true
    })
  return seats.find((_, seat) => !assign(seat, new Set()))?.step
}

/** What a role is called; by its value when it has no label. */
export const roleName = (role: string, roles: Record<string, Text>, language: string): string => {
  const label = Object.hasOwn(roles, role) ? roles[role] : undefined
  return label ? textIn(label, language) : role
}
