import type { Payload } from 'payload'
import { isRecord } from '../../lib/isRecord.ts'
import type { Clock } from '../../lib/time/clock.ts'

/** Leases and due times of several machines bear less than this, in milliseconds. */
export const MOST_SKEW_MS = 10_000

interface Mongoose {
  connection: { db?: { admin(): { command(what: { hello: 1 }): Promise<{ localTime?: unknown }> } } }
}

/**
 * How far the clock of this machine is ahead of that of the database server, in milliseconds; negative when it is behind.
 *
 * @returns `undefined` where there is no other machine, or one that does not tell its time
 */
export const clockSkew = async (args: { payload: Payload; clock: Clock }): Promise<number | undefined> => {
  const { payload, clock } = args
  if (payload.db.name !== 'mongoose') return undefined
  const { connection } = payload.db as unknown as Mongoose
  const asked = clock.now().getTime()
  const answer: unknown = await connection.db
    ?.admin()
    .command({ hello: 1 })
    .catch(() => undefined)
  const answered = clock.now().getTime()
  if (!isRecord(answer) || !(answer.localTime instanceof Date)) return undefined
  // The server read its clock at some moment in between.
  const theirs = answer.localTime.getTime()
  if (theirs < asked) return asked - theirs
  return Math.min(0, answered - theirs)
}
