import fc from 'fast-check'
import {
  ACTIONS,
  type Action,
  defineWorkflow,
  type Group,
  type Quorum,
  type WorkflowDefinition,
} from '../../../plugins/workflow/index.ts'
import { isSameDefinition, type Machine, type Someone, waitsFor, wordOf } from './reference.ts'

const ROLES = ['writer', 'checker', 'chief'] as const
/** Two people of each role, and one without a duty in any workflow. */
export const STAFF: readonly Someone[] = [
  ...ROLES.flatMap((role) => [1, 2].map((n) => ({ id: `${role}${n}`, role, unit: n === 1 ? 'north' : 'south' }))),
  { id: 'outsider1', role: 'outsider' },
]

const text = (name: string) => ({ vi: name, en: name })
const role = fc.constantFrom(...ROLES)

const group: fc.Arbitrary<Group> = fc.oneof(
  { weight: 6, arbitrary: role.map((one) => ({ role: one })) },
  { weight: 1, arbitrary: fc.constant({ unit: 'north', title: text('north') }) },
  { weight: 1, arbitrary: role.map((one) => ({ role: one, unit: 'south', title: text('south') })) },
)
const quorum: fc.Arbitrary<Quorum> = fc.constantFrom<Quorum>(1, 1, 1, 2, 'all')

/** Public fields of which steps ignore some, and in which texts differ. */
const FIELDS = ['title', 'topics']

/** Usable workflows of up to four steps: both kinds, groups, quorums, checklists, and returns to earlier steps. */
export const anyDefinition: fc.Arbitrary<WorkflowDefinition> = fc
  .record({
    steps: fc.array(
      fc.record({
        kind: fc.constantFrom('edit' as const, 'approve' as const),
        by: group,
        quorum,
        side: fc.option(fc.record({ by: group, quorum }), { nil: undefined, freq: 4 }),
        check: fc.constantFrom(false, false, false, true),
        ignores: fc.constantFrom(undefined, undefined, ['topics'], FIELDS),
        back: fc.nat(5),
        due: fc.constantFrom(undefined, undefined, 4, 30),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    authors: fc.uniqueArray(role, { minLength: 1 }),
    onApproved: fc.constantFrom('publish' as const, 'hold' as const),
    authority: role,
    ratification: fc.option(
      fc.record({ within: fc.constantFrom(2, 8), escalateTo: role, withdrawAfter: fc.constantFrom(8, 40) }),
      { nil: undefined, freq: 4 },
    ),
  })
  .map(({ steps, authors, onApproved, authority, ratification }) =>
    defineWorkflow({
      name: 'any',
      title: text('any'),
      authors,
      authority,
      onApproved,
      ...(ratification ? { ratification } : {}),
      steps: steps.map((step, index) => {
        const kind = index === steps.length - 1 ? 'approve' : step.kind
        return {
          name: `step${index}`,
          title: text(`step${index}`),
          kind,
          by: step.by,
          ...(step.due ? { due: { within: step.due } } : {}),
          ...(step.check ? { checklist: [{ name: 'read', title: text('read') }] } : {}),
          ...(kind === 'approve' && step.quorum !== 1 ? { quorum: step.quorum } : {}),
          ...(kind === 'approve' && step.side ? { parallel: [{ name: 'side', ...step.side }] } : {}),
          ...(kind === 'approve' && step.ignores ? { ignores: step.ignores } : {}),
          ...(step.back < index ? { returnTo: `step${step.back}` } : {}),
        }
      }),
    }),
  )

/** Two workflows; often the second begins as the first does, as when a portal changes a later step. */
export const anyChange: fc.Arbitrary<[WorkflowDefinition, WorkflowDefinition]> = fc
  .tuple(anyDefinition, anyDefinition, fc.nat(4))
  .map(([first, second, alike]) => {
    const same = Math.min(alike, first.steps.length)
    const steps = [...first.steps.slice(0, same), ...second.steps.slice(same)]
    return [first, steps.at(-1)?.kind === 'approve' ? defineWorkflow({ ...second, steps }) : second]
  })

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
  major: boolean
  leads: 'other' | 'own' | 'nothing'
  /** Which edition is to be erased. */
  edition: number
  /** To whom the step is given: somebody of its role, or somebody else. */
  to: number
  toAway: boolean
  at: 'none' | 'soon' | 'past' | 'far' | 'word'
  /** The text at the time of the request. */
  hash: string
  writers: string[]
  faulty: boolean
  /** In which fields it differs from any other text. */
  differsIn: string[]
  ticks: boolean
  /** Who handed their power to the person, and which. */
  from: number
  handed: 'nothing' | 'everything' | 'steps'
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
  note: fc.constantFrom(undefined, '  ', 'Sửa điều 1', 'Sửa điều 2', 'Sửa điều 3'),
  major: fc.boolean(),
  edition: fc.constantFrom(1, 1, 1, 2, 3),
  to: fc.nat(STAFF.length - 1),
  toAway: mostly<boolean>(false, true),
  leads: mostly<Asked['leads']>('other', 'own', 'nothing'),
  at: fc.oneof(
    { weight: 4, arbitrary: fc.constant<Asked['at']>('none') },
    { weight: 1, arbitrary: fc.constantFrom<Asked['at']>('soon', 'soon', 'past', 'far', 'word') },
  ),
  hash: fc.constantFrom('h1', 'h2', 'h3-ends'),
  writers: fc.subarray(['writer1', 'checker1', 'chief1'], { maxLength: 2 }),
  faulty: mostly<boolean>(false, true),
  differsIn: fc.constantFrom(['topics'], FIELDS),
  ticks: mostly<boolean>(true, false),
  from: fc.nat(STAFF.length - 1),
  handed: fc.constantFrom<Asked['handed']>('nothing', 'nothing', 'nothing', 'everything', 'steps'),
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
  const { round, shown, pending, endedBy, edition, made, condemned, ended } = machine
  const among = (wanted: string | Group, free: (id: string) => boolean = () => true) => {
    const { role: duty, unit }: Group = typeof wanted === 'string' ? { role: wanted } : wanted
    const fits = (one: Someone) => (duty ?? one.role) === one.role && (unit ?? one.unit) === one.unit
    return staff.find((one) => fits(one) && free(one.id)) ?? staff[who]!
  }
  const word = wordOf(machine)
  // Occasionally someone reverses a decision.
  const turnsBack = who % 2 === 0
  const head = (free?: (id: string) => boolean) => among(definition.authority, free)
  if (condemned && who % 3 === 0)
    return {
      action: action === 'decline-purge' || !turnsBack ? 'decline-purge' : 'confirm-purge',
      by: head((id) => !condemned.by.includes(id)),
    }
  if (made.length && (action === 'propose-purge' || (ended && turnsBack)))
    return { action: 'propose-purge', by: head() }
  if (turnsBack && (action === 'withdraw' || action === 'expire') && shown) return { action, by: head() }
  if (turnsBack && action === 'publish-urgently') return { action, by: head() }
  if (action === 'ratify' && pending)
    return { action, by: head((id) => !pending.by.includes(id) && !pending.writers.includes(id)) }
  if ((action === 'restore' || action === 'redirect') && edition && !shown)
    return { action, by: head((id) => !endedBy?.includes(id)) }
  if ((action === 'correct' || action === 'recall') && shown && !round)
    return { action: 'correct', by: among(definition.authors[0]!) }
  if (round && !isSameDefinition(round.definition, definition) && (action === 'move' || who % 4 === 1))
    return { action: 'move', by: head() }
  if (!round) return { action: 'submit', by: among(definition.authors[0]!) }
  if (word === 'approved') return { action: 'publish', by: among(round.definition.authority) }
  const step = round.definition.steps[round.waitsAt]
  if (!step) return { action: 'unschedule', by: among(round.definition.authority) }
  if (turnsBack && action === 'recall' && !round.begun)
    return { action, by: staff.find(({ id }) => id === round.submitter)! }
  const holder = staff.find(({ id }) => id === round.taken?.by)
  const isFree = (id: string) =>
    !round.writers.includes(id) && round.approved.every(({ by, instead = by }) => by !== id && instead !== id)
  // Where groups decide side by side, one that has not decided yet.
  const next = step.kind === 'approve' ? waitsFor(round, step) : step.by
  if (holder && action === 'release') return { action, by: holder }
  if (action === 'claim' || action === 'assign')
    return { action, by: holder ?? among(next, (id) => !round.writers.includes(id)) }
  if (holder && who % 3 === 0) return { action: 'approve', by: among(next, (id) => id !== holder.id) }
  if (holder) return { action: 'approve', by: holder }
  if (turnsBack && (action === 'return' || action === 'refuse')) return { action, by: among(next) }
  return { action: at === 'soon' ? 'schedule' : 'approve', by: among(next, isFree) }
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
