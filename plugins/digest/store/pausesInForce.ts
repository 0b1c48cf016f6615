import type { Payload } from 'payload'
import { inForceOf, PAUSE_SCOPES, type Pause, type PauseScope, type PausesInForce } from '../core/pauses.ts'
import type { DigestActRow } from '../types.ts'
import { find } from './rows.ts'

/** The newest pause or resumption of a scope. */
export const lastOfScope = async (payload: Payload, scope: PauseScope): Promise<DigestActRow | undefined> => {
  const where = { scope: { equals: scope }, kind: { in: ['paused', 'resumed'] } }
  return (await find({ payload, collection: 'digest-acts', where, sort: '-seq', limit: 1 }))[0]
}

/** The pauses in force, each with its reason. One indexed read a scope. */
export const currentPauses = async (payload: Payload): Promise<Pause[]> => {
  const last = await Promise.all(PAUSE_SCOPES.map((scope) => lastOfScope(payload, scope as PauseScope)))
  return last.flatMap((act) =>
    act?.kind === 'paused'
      ? [{ scope: act.scope as PauseScope, since: act.at, by: act.byName, reason: act.reason }]
      : [],
  )
}

/** What is held back now; read from the database, so that every worker obeys at once. */
export const pausesInForce = async (payload: Payload): Promise<PausesInForce> => inForceOf(await currentPauses(payload))
