import type { AccountChange } from './account.ts'
import type { Delegation } from './delegation.ts'
import type { PowerNoticeKind } from './noticeKinds.ts'
import type { Notice } from './notices.ts'

/** An entry of the log of powers, as far as notices look at it. */
interface Entry {
  seq: number
  type: string
  by: { id: string }
  /** JSON. */
  data: string
}

const restIn = ({ data }: Entry): string => (JSON.parse(data) as AccountChange).restsUntil

/**
 * Whom changes of accounts concern: every head but who made the change, whenever somebody's power begins to rest by it,
 * because a head may confirm it, or ask why.
 *
 * @param log all entries of one account, in order
 * @param seqs the new ones
 * @param heads ids
 */
export const powerNoticesOf = (
  log: readonly Entry[],
  seqs: ReadonlySet<number>,
  heads: readonly string[],
): Notice<PowerNoticeKind>[] => {
  const changes = log.filter(({ type }) => type === 'account')
  return changes.flatMap((change, index) => {
    const before = changes[index - 1]
    const begins = restIn(change) !== '' && restIn(change) !== (before ? restIn(before) : '')
    if (!seqs.has(change.seq) || !begins) return []
    return heads.filter((id) => id !== change.by.id).map((to) => ({ kind: 'power' as const, to, event: change.seq }))
  })
}

/** How the power of an account stands after a change that made it rest. */
export const powerStanding = (log: readonly Entry[], seq: number, now: string): 'rests' | 'confirmed' | 'holds' => {
  const since = log.filter((entry) => entry.seq > seq)
  if (since.some(({ type }) => type === 'confirmed')) return 'confirmed'
  const change = log.find((entry) => entry.seq === seq)
  return change && restIn(change) > now ? 'rests' : 'holds'
}

/** What a log says of the making of a delegation; `undefined` when it says nothing of it. */
export const delegationMade = <Row extends Entry>(log: readonly Row[]): (Row & { says: Delegation }) | undefined => {
  const made = log.find(({ type }) => type === 'delegated')
  return made && { ...made, says: JSON.parse(made.data) as Delegation }
}

/**
 * Whether a notice about a delegation is still true: that it was made, until it ends in whatever way; that somebody ended it,
 * for ever.
 *
 * @param log all entries of the delegation
 * @param now ISO 8601, UTC
 */
export const delegationStillTrue = (
  { kind, event }: Pick<Notice, 'kind' | 'event'>,
  log: readonly Entry[],
  now: string,
): boolean => {
  const made = delegationMade(log)
  const entry = log.find(({ seq }) => seq === event)
  if (!made || entry?.type !== kind) return false
  return kind !== 'delegated' || (made.says.validTo > now && !log.some(({ type }) => type === 'delegationEnded'))
}

/**
 * Whom a delegation concerns: who receives it, when it is made; both whom it binds, when it is ended early. Nobody is told
 * of what they did themselves. Only what is true now.
 *
 * @param log all entries of one delegation, in order
 * @param seqs the new ones
 * @param now ISO 8601, UTC
 */
export const delegationNoticesOf = (
  log: readonly Entry[],
  seqs: ReadonlySet<number>,
  now: string,
): Notice<PowerNoticeKind>[] => {
  const made = delegationMade(log)
  if (!made) return []
  const { from, to } = made.says
  return log.flatMap(({ seq, type, by }) => {
    const told = type === 'delegated' ? [to] : type === 'delegationEnded' ? [to, from] : []
    return told
      .map((id) => ({ kind: type as PowerNoticeKind, to: id, event: seq }))
      .filter((notice) => seqs.has(seq) && notice.to !== by.id && delegationStillTrue(notice, log, now))
  })
}
