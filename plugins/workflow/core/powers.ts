import type { Step, WorkflowDefinition } from './definition.ts'
import type { Actor, OnBehalf } from './events.ts'
import { belongs, type NamedPart, type Person, partsOf, sitsAt } from './groups.ts'

/**
 * How a delegate signs, as printed before the title of whoever delegated (Decree 30/2020/ND-CP, appendix I, II.7):
 * `KT.` in their place, `TL.` by their order, `TUQ.` by their authorisation, `Q.` acting.
 */
export const CAPACITIES = ['KT.', 'TL.', 'TUQ.', 'Q.'] as const
export type Capacity = (typeof CAPACITIES)[number]

/** What is handed over: named steps, or everything that the authority decides. */
export const AUTHORITY = 'authority'

/** Powers that one person handed to another, valid now. */
export interface Handed {
  /** Id of the delegation. */
  delegation: string
  from: Person
  /** Names of steps, or `AUTHORITY`. */
  covers: readonly string[]
  /** Slugs of the collections they are for; empty for all. */
  collections: readonly string[]
  capacity: Capacity
  /** Number of the document by which they were handed over. */
  authority: string
  /** Until before this instant, ISO 8601, UTC. */
  until: string
}

/** A person who acts: in their own right, or with powers that were handed to them. */
export interface Acting extends Person {
  handed?: Handed
  /** Set while their power rests after a change of their account; `until` is missing when it is not as recorded. */
  rests?: { until: string | undefined }
}

/** Everyone whose duty an act carries: the person, and whoever handed them the power. */
export const answering = ({ id, handed }: Acting): string[] => (handed ? [id, handed.from.id] : [id])

/** Whose seat a person takes: their own, or that of whoever delegated to them. A delegate passes nothing on. */
const inSeat = ({ handed, ...own }: Acting): Person => handed?.from ?? own

const covers = ({ handed }: Acting, name: string): boolean =>
  !handed || handed.covers.includes(AUTHORITY) || handed.covers.includes(name)

/** Whether a person may decide at a step. Nobody edits a text in another's place. */
export const maySit = (acting: Acting, step: Step): boolean =>
  sitsAt(inSeat(acting), step) && covers(acting, step.name) && (!acting.handed || step.kind === 'approve')

/** The groups of a step in which the person sits. */
export const seatsOf = (acting: Acting, step: Step): NamedPart[] =>
  maySit(acting, step) ? partsOf(step).filter(({ by }) => belongs(inSeat(acting), by)) : []

/** Whether a person decides on editions in general. */
export const isAuthority = (acting: Acting, { authority }: WorkflowDefinition): boolean =>
  inSeat(acting).role === authority && covers(acting, AUTHORITY)

/** The person as recorded in the trail, and in whose place they acted. */
export const signed = ({ id, role, name, capacity, handed }: Acting): { by: Actor; onBehalfOf?: OnBehalf } => {
  if (!handed) return { by: { id, role, name, capacity } }
  const { from, delegation, authority } = handed
  return {
    by: { id, role, name, capacity: `${handed.capacity} ${from.capacity}, ${capacity}` },
    onBehalfOf: {
      id: from.id,
      role: from.role,
      name: from.name,
      capacity: from.capacity,
      delegation,
      authority,
    },
  }
}
