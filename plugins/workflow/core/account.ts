import type { WorkflowDefinition } from './definition.ts'
import { handable } from './delegation.ts'
import { type Person, partsOf } from './groups.ts'

/** What decides who may approve with an account: whose it is, and who can log in to it. */
export interface Account {
  role: string
  unit: string
  active: boolean
  /** Mail address, to which links for a new password go. */
  address: string
  /** Hash of what is stored of the password. */
  login: string
}

/** A change of an account as it stands in the log. */
export interface AccountChange {
  account: Account
  /** The power of the account rests until then, ISO 8601, UTC; empty when it does not. */
  restsUntil: string
}

/** The last change in the log, and whether a head has confirmed it since. */
export interface RecordedChange extends AccountChange {
  confirmed: boolean
}

/** Whether an account with these attributes decides on texts. */
export const decides = (person: Person, definitions: readonly WorkflowDefinition[]): boolean =>
  handable(person, definitions).length > 0 ||
  definitions.some(({ steps }) =>
    steps.some((step) => step.kind === 'approve' && partsOf(step).some(({ by }) => by.person === person.address)),
  )

const changesLogin = (before: Account, after: Account): boolean =>
  before.address !== after.address || before.login !== after.login

const changesDuty = (before: Account, after: Account): boolean =>
  before.role !== after.role || before.unit !== after.unit || before.active !== after.active

/**
 * Until when the power of an account rests after a change: whoever gives somebody a deciding role, or sets the address or
 * password of another, does not thereby approve anything at once. What people change in their own account takes effect
 * at once, but lifts no rest. Pure.
 *
 * @param args.before the account as last recorded; `undefined` for a new one
 * @param args.decides whether the account decides on texts after the change
 * @param args.own whether the person changed it themselves
 * @param args.founding whether nobody has ever had the authority, so that nobody could confirm
 * @param args.now ISO 8601, UTC
 * @param args.hours how long power rests
 */
export const restAfterChange = (args: {
  before: RecordedChange | undefined
  after: Account
  decides: boolean
  own: boolean
  founding: boolean
  now: string
  hours: number
}): string => {
  const { before, after, own, founding, now, hours } = args
  const running = before && !before.confirmed && before.restsUntil > now ? before.restsUntil : ''
  if (own || founding || !hours) return running
  const gains = args.decides && (!before || changesDuty(before.account, after))
  const opened = before !== undefined && changesLogin(before.account, after)
  return gains || opened ? new Date(Date.parse(now) + hours * 3_600_000).toISOString() : running
}

/** Whether two accounts are the same for this purpose. */
export const sameAccount = (one: Account, other: Account): boolean =>
  !changesLogin(one, other) && !changesDuty(one, other)

/**
 * Until when the power of an account rests: until the instant of its last change, for ever when it is not as it was
 * recorded, not at all when a head confirmed the change. Pure.
 *
 * @param args.last the last change in the log, and whether it was confirmed since
 * @param args.now ISO 8601, UTC
 * @returns `undefined` when it does not rest
 */
export const restOf = (args: {
  account: Account
  last: RecordedChange | undefined
  now: string
}): { until: string | undefined } | undefined => {
  const { account, last, now } = args
  if (!last || !sameAccount(last.account, account)) return { until: undefined }
  return last.confirmed || last.restsUntil <= now ? undefined : { until: last.restsUntil }
}
