import { setImmediate } from 'node:timers/promises'
import { dayOf } from '../../../lib/time/periods.ts'
import { DELIVERY_STATES, isTerminal } from '../core/delivery.ts'
import { keptSince, type RetentionRule, ruleInForce } from '../core/retention.ts'
import { deleteDeliveries } from '../store/deleteDeliveries.ts'
import { count } from '../store/rows.ts'
import type { Work } from './work.ts'

/** Rows per statement. */
const BATCH = 500
/** Rows per round; the rest waits for the next. */
const MOST = 50_000

/** What a rule of retention did, or would do. */
export interface Retained {
  rule: RetentionRule
  /** What is older is not kept, ISO 8601. */
  before: string
  rows: number
}

/**
 * Carries out the rules of retention. Mails that ended long ago become counters: their rows are deleted, while those of
 * their runs keep how many there were, and how each ended.
 *
 * @param args.dryRun counts only
 */
export const retain = async (
  work: Work,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<Retained | undefined> => {
  const { payload, clock, settings, stopping } = work
  const now = clock.now()
  const rule = ruleInForce(settings.retention, 'deliveries', dayOf(now))
  if (!rule) return undefined
  const before = keptSince(rule, now)
  if (dryRun) {
    const old = { kind: { equals: 'digest' }, createdOn: { less_than: before.toISOString() } }
    const rows = await count(payload, 'deliveries', { ...old, state: { in: DELIVERY_STATES.filter(isTerminal) } })
    return { rule, before: before.toISOString(), rows }
  }
  let rows = 0
  while (rows < MOST && !stopping?.aborted) {
    const deleted = await deleteDeliveries({ payload, before, most: BATCH })
    rows += deleted
    if (deleted < BATCH) break
    // Yields to timers and sockets: loops over an embedded database never leave the microtask queue.
    await setImmediate()
  }
  if (rows)
    payload.logger.info({ msg: 'old mails became counters', rows, before: before.toISOString(), basis: rule.basis })
  return { rule, before: before.toISOString(), rows }
}
