import type { Payload } from 'payload'
import { lastSeq } from '../../publications/index.ts'
import type { Problem } from '../core/outcome.ts'
import { optionsOf } from '../options.ts'
import { stateOf, webhookById } from '../store/states.ts'
import { problemIn } from './offNotice.ts'

/** How deliveries to a receiver go. Timestamps are ISO 8601 in UTC; `null` stands for "none". */
export interface Standing {
  active: boolean
  delivered: { at: string; seq: number } | null
  /** Rows of the log that the receiver was not told of yet. */
  behind: number
  failing: { since: string; tries: number; nextAt: string; problem: Problem; status: number } | null
  /** When it was switched off for its failures. */
  offAt: string | null
  /** Until when the secret before the current one signs as well. */
  oldSecretUntil: string | null
}

/** How deliveries to a receiver go; `undefined` when there is no such webhook. */
export const standingOf = async (args: { payload: Payload; webhook: string }): Promise<Standing | undefined> => {
  const { payload, webhook } = args
  const [row, state, last] = await Promise.all([
    webhookById(payload, webhook),
    stateOf(payload, webhook),
    lastSeq({ payload }),
  ])
  if (!row || !state) return undefined
  const { failingSince: since, attempts: tries, nextAt, answered: status } = state
  return {
    active: row.active === true,
    delivered: state.deliveredAt ? { at: state.deliveredAt, seq: state.deliveredSeq } : null,
    behind: Math.max(0, last - state.cursor),
    failing: since ? { since, tries, nextAt, problem: problemIn(state.problem), status } : null,
    offAt: state.offAt || null,
    oldSecretUntil: state.oldUntil > optionsOf(payload.config).clock.now().toISOString() ? state.oldUntil : null,
  }
}
