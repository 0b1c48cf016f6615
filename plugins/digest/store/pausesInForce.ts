import type { Payload } from 'payload'
import { inForceOf, PAUSE_SCOPES, type Pause, type PauseScope, type PausesInForce } from '../core/pauses.ts'
import type { DigestActRow } from '../rowTypes.ts'
import { find } from './rows.ts'

/** The newest pause or resumption of each scope; a scope that was never paused has none. */
export type LastActs = ReadonlyMap<PauseScope, DigestActRow>

/** Reads the newest pause or resumption of each scope; one indexed read a scope. */
export const lastActs = async (payload: Payload): Promise<LastActs> => {
  const found = await Promise.all(
    PAUSE_SCOPES.map((scope) =>
      find({
        payload,
        collection: 'digest-acts',
        where: { scope: { equals: scope }, kind: { in: ['paused', 'resumed'] } },
        sort: '-seq',
        limit: 1,
      }),
    ),
  )
  return new Map(found.flat().map((act) => [act.scope as PauseScope, act]))
}

/** The pauses in force, each with its reason. */
export const pausesAfter = (acts: LastActs): Pause[] =>
  [...acts].flatMap(([scope, { kind, at: since, byName: by, reason }]) =>
    kind === 'paused' ? [{ scope, since, by, reason }] : [],
  )

/** What is held back now; read from the database, so that every worker obeys at once. */
export const pausesInForce = async (payload: Payload): Promise<PausesInForce> =>
  inForceOf(pausesAfter(await lastActs(payload)))
