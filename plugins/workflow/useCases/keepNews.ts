import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { Clock } from '../../../lib/time/clock.ts'
import { noticesOf, type Reader, remindersOf, standingOf } from '../core/notices.ts'
import { isNear, type NoticeHours } from '../core/noticeTimes.ts'
import { delegationNoticesOf, powerNoticesOf } from '../core/powerNotices.ts'
import { workflowOptions } from '../options.ts'
import { keepNotices } from '../store/notices.ts'
import { powersLog, readPowers } from '../store/powers.ts'
import { eventsLog, refOf } from '../store/stream.ts'
import { isHead } from './accounts.ts'
import { DELEGATIONS } from './delegations.ts'
import { followLog } from './followLog.ts'
import { trailOf, waitingDocuments } from './waiting.ts'
import { calendarOf } from './workingHours.ts'

/** Everybody who may be told, with their powers; asked for only when there is something to tell. */
export type Readers = () => Promise<readonly Reader[]>

/**
 * Follows the trail of documents and the log of powers, and keeps the notices that their new entries cause; what it reads
 * twice, it keeps once.
 *
 * @returns one round
 */
export const keepNews = (args: { payload: Payload; clock: Clock }): ((readers: Readers) => Promise<void>) => {
  const { payload, clock } = args
  const now = () => clock.now().toISOString()
  const trail = followLog<Readers>({
    ...args,
    mark: 'workflow-notices',
    collection: eventsLog.collection,
    handle: async (document, seqs, readers) => {
      const found = await trailOf(payload, { document, ...refOf(document) }, now())
      if (found) await keepNotices(payload, document, noticesOf(found, seqs, await readers()), now())
      // Yields to timers and sockets: loops over an embedded database never leave the microtask queue.
      await setImmediate()
    },
  })
  const powers = followLog<Readers>({
    ...args,
    mark: 'workflow-notices-powers',
    collection: powersLog.collection,
    handle: async (document, seqs, readers) => {
      const options = workflowOptions(payload.config)
      const log = await readPowers(payload, [document])
      if (refOf(document).collection === DELEGATIONS)
        return keepNotices(payload, document, delegationNoticesOf(log, seqs, now()), now())
      const heads = (await readers()).filter((reader) => isHead(reader, options)).map(({ id }) => id)
      const notices = powerNoticesOf(log, seqs, heads)
      await keepNotices(payload, document, notices, now())
    },
  })
  return async (readers) => {
    await trail(readers)
    await powers(readers)
  }
}

/** Keeps reminders of the steps whose deadline is near, each once. */
export const remind = async (args: {
  payload: Payload
  clock: Clock
  hours: NoticeHours
  readers: Readers
}): Promise<void> => {
  const { payload, clock, hours, readers } = args
  const now = clock.now()
  const calendar = await calendarOf(payload)
  for (const { document, dueBy, ...trail } of await waitingDocuments(payload, now.toISOString())) {
    const { state } = standingOf(trail.events, trail.context.definitions)
    if (!dueBy || !state.run) continue
    if (!isNear({ arrivedAt: new Date(state.run.arrivedAt), dueBy: new Date(dueBy), now, hours, calendar })) continue
    await keepNotices(payload, document, remindersOf(trail, await readers()), now.toISOString())
    await setImmediate()
  }
}
