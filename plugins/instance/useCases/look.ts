import type { Payload } from 'payload'
import { BECAUSE, type Mark, type Standing, standingOf } from '../core/mark.ts'
import { optionsOf } from '../options.ts'
import { readBeside, readMark } from '../store/marks.ts'
import type { Sending } from '../types.ts'

/** How the system stands now, from the database and the data folder. */
export const look = async (
  payload: Payload,
): Promise<{ mark: Mark | undefined; beside: string | undefined; standing: Standing }> => {
  const { dataDir, place } = optionsOf(payload.config)
  const [mark, beside] = await Promise.all([readMark(payload), readBeside(dataDir)])
  return { mark, beside, standing: standingOf({ mark, beside, here: place }) }
}

/**
 * Whether this process may send mails and webhooks. A copy may not until somebody confirms it, so that nobody gets
 * anything twice. Reads what the database says now: a confirmation takes effect in every process at once.
 */
export const sendingAllowed = async (payload: Payload): Promise<Sending> => {
  const { standing } = await look(payload)
  return typeof standing === 'string' ? { allowed: true } : { allowed: false, because: BECAUSE[standing.copy] }
}
