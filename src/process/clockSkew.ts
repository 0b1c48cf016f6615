import type { Payload } from 'payload'
import { isRecord } from '../../lib/isRecord.ts'
import type { Clock } from '../../lib/time/clock.ts'

/** Leases and due times of several machines bear less than this, in milliseconds. */
export const MOST_SKEW_MS = 10_000

interface Mongoose {
  connection: { db?: { admin(): { command(what: Record<string, 1>): Promise<unknown> } } }
}

/** The same question by its name of today and by that of servers before MongoDB 5, and of those that speak like them. */
const QUESTIONS = [{ hello: 1 }, { isMaster: 1 }] as const

/** What the clock of the server says, in milliseconds since 1970. */
const timeOf = async (payload: Payload, question: Record<string, 1>): Promise<number | undefined> => {
  const { db } = (payload.db as unknown as Mongoose).connection
  const answer = await db
    ?.admin()
    .command(question)
    .catch(() => undefined)
  return isRecord(answer) && answer.localTime instanceof Date ? answer.localTime.getTime() : undefined
}

/**
 * How far the clock of this machine is ahead of that of the database server, in milliseconds; negative when it is behind.
 *
 * @returns `undefined` where there is no other machine, or one that does not tell its time
 */
export const clockSkew = async (args: { payload: Payload; clock: Clock }): Promise<number | undefined> => {
  const { payload, clock } = args
  if (payload.db.name !== 'mongoose') return undefined
  for (const question of QUESTIONS) {
    const asked = clock.now().getTime()
    const theirs = await timeOf(payload, question)
    const answered = clock.now().getTime()
    // The server read its clock at some moment in between.
    if (theirs !== undefined) return theirs < asked ? asked - theirs : Math.min(0, answered - theirs)
  }
  return undefined
}
