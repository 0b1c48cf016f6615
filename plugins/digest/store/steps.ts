import type { Payload } from 'payload'
import { claim, insertOnce } from '../../publications/index.ts'
import { scrubReply } from '../core/delivery.ts'
import type { StepRow } from '../rowTypes.ts'
import { find, findOne } from './rows.ts'

/** A step that goes well is written down so often, in milliseconds; a change at once. */
const WRITTEN_EVERY = 60_000

/** What this process wrote last of each step. */
const written = new WeakMap<Payload, Map<string, { at: number; failed: boolean }>>()

/**
 * Records how a step of the outbox ended, for all processes to see. Of several workers the last one counts.
 *
 * @param args.ms its duration in milliseconds
 * @param args.error why it failed; `''` when it did not
 */
export const recordStep = async (args: {
  payload: Payload
  name: string
  endedAt: Date
  ms: number
  error: string
}): Promise<void> => {
  const { payload, name, endedAt, ms, error } = args
  const known = written.get(payload) ?? new Map<string, { at: number; failed: boolean }>()
  written.set(payload, known)
  const before = known.get(name)
  const failed = error !== ''
  if (before && !failed && !before.failed && endedAt.getTime() - before.at < WRITTEN_EVERY) return
  const at = endedAt.toISOString()
  const row = await findOne(payload, 'digest-steps', { name: { equals: name } })
  const data: Omit<StepRow, 'name'> = {
    endedAt: at,
    okAt: failed ? (row?.okAt ?? '') : at,
    ms,
    failures: failed ? (row?.failures ?? 0) + 1 : 0,
    error: scrubReply(error),
  }
  if (row) await claim({ payload, collection: 'digest-steps', where: { name: { equals: name } }, data })
  else await insertOnce({ payload, collection: 'digest-steps', data: { name, ...data }, unique: ['name'] })
  known.set(name, { at: endedAt.getTime(), failed })
}

/** How every step went last, by name. */
export const readSteps = (payload: Payload): Promise<StepRow[]> =>
  find({ payload, collection: 'digest-steps', where: {}, sort: 'name', limit: 0 })
