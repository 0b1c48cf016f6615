import fc from 'fast-check'
import { ACTIONS, type Action, defineWorkflow, type WorkflowDefinition } from '../../../plugins/workflow/index.ts'
import { type Machine, type Someone, wordOf } from './reference.ts'

const ROLES = ['writer', 'checker', 'chief'] as const
/** Two people of each role, and one without a duty in any workflow. */
export const STAFF: readonly Someone[] = [
  ...ROLES.flatMap((role) => [1, 2].map((n) => ({ id: `${role}${n}`, role }))),
  { id: 'outsider1', role: 'outsider' },
]

const text = (name: string) => ({ vi: name, en: name })
const role = fc.constantFrom(...ROLES)

/** Usable workflows of up to four steps: both kinds, quorums, and returns to earlier steps. */
export const anyDefinition: fc.Arbitrary<WorkflowDefinition> = fc
  .record({
    steps: fc.array(
      fc.record({
        kind: fc.constantFrom('edit' as const, 'approve' as const),
        role,
        quorum: fc.constantFrom(1, 1, 1, 2),
        back: fc.nat(5),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    authors: fc.uniqueArray(role, { minLength: 1 }),
    onApproved: fc.constantFrom('publish' as const, 'hold' as const),
    authority: role,
  })
  .map(({ steps, authors, onApproved, authority }) =>
    defineWorkflow({
      name: 'any',
      title: text('any'),
      authors,
      authority,
      onApproved,
      steps: steps.map((step, index) => {
        const kind = index === steps.length - 1 ? 'approve' : step.kind
        return {
          name: `step${index}`,
          title: text(`step${index}`),
          kind,
          by: { role: step.role },
          ...(kind === 'approve' && step.quorum > 1 ? { quorum: step.quorum } : {}),
          ...(step.back < index ? { returnTo: `step${step.back}` } : {}),
        }
      }),
    }),
  )

/** A possible request; details that depend on the state are resolved when it is made. */
export interface Asked {
  /** Whether the next person in the workflow acts, or anyone does anything. */
  sensible: boolean
  action: Action
  who: number
  /** The state they claim to have seen: the current one, another one, or none. */
  saw: 'now' | 'other' | 'nothing'
  reason?: string
  note?: string
  at: 'none' | 'soon' | 'past' | 'far' | 'word'
  /** The text at the time of the request. */
  hash: string
  writers: string[]
  faulty: boolean
  mayEdit: boolean
  /** Minutes since the previous request. */
  minutes: number
}

const mostly = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) })

/** Any request, mostly well-formed. */
export const anyAsked: fc.Arbitrary<Asked> = fc.record({
  sensible: fc.constantFrom(true, true, true, false),
  action: fc.constantFrom(...ACTIONS),
  who: fc.nat(STAFF.length - 1),
  saw: mostly<Asked['saw']>('now', 'other', 'nothing'),
  reason: mostly<string | undefined>('vì sai', '', ' \u00a0 ', undefined),
  note: fc.constantFrom(undefined, undefined, '  ', 'Sửa điều 1', 'Sửa điều 2'),
  at: fc.oneof(
    { weight: 4, arbitrary: fc.constant<Asked['at']>('none') },
    { weight: 1, arbitrary: fc.constantFrom<Asked['at']>('soon', 'soon', 'past', 'far', 'word') },
  ),
  hash: fc.constantFrom('h1', 'h2', 'h3-ends'),
  writers: fc.subarray(['writer1', 'checker1', 'chief1'], { maxLength: 2 }),
  faulty: mostly<boolean>(false, true),
  mayEdit: mostly<boolean>(true, false),
  minutes: fc.constantFrom(0, 1, 1, 90, 3000),
})

/** The person who would continue with a document in its current state, and their action. */
export const sensibly = (
  machine: Machine,
  definition: WorkflowDefinition,
  { who, at, action }: Asked,
  staff: readonly Someone[],
): { action: Action; by: Someone } => {
  const { round, shown } = machine
  const among = (wanted: string, free: (id: string) => boolean = () => true) =>
    staff.find((one) => one.role === wanted && free(one.id)) ?? staff[who]!
  const word = wordOf(machine)
  // Occasionally someone reverses a decision.
  const turnsBack = who % 2 === 0
  if (turnsBack && action === 'withdraw' && shown) return { action, by: among(definition.authority) }
  if (!round) return { action: 'submit', by: among(definition.authors[0]!) }
  if (word === 'approved') return { action: 'publish', by: among(round.definition.authority) }
  const step = round.definition.steps[round.waitsAt]
  if (!step) return { action: 'unschedule', by: among(round.definition.authority) }
  if (turnsBack && action === 'recall' && !round.begun)
    return { action, by: staff.find(({ id }) => id === round.submitter)! }
  if (turnsBack && (action === 'return' || action === 'refuse')) return { action, by: among(step.by.role) }
  const isFree = (id: string) => !round.writers.includes(id) && round.approved.every(({ by }) => by !== id)
  return { action: at === 'soon' ? 'schedule' : 'approve', by: among(step.by.role, isFree) }
}

/** The requested instant. */
export const instantOf = (at: Asked['at'], now: number): string | undefined =>
  ({
    none: undefined,
    soon: new Date(now + 3_600_000).toISOString(),
    past: new Date(now - 1).toISOString(),
    far: new Date(now + 3 * 366 * 24 * 3_600_000).toISOString(),
    word: 'ngày mai',
  })[at]
