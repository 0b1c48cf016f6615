import { setImmediate } from 'node:timers/promises'
import type { Where } from 'payload'
import { CLAIMABLE_STATES, type HandOver } from '../core/delivery.ts'
import { find } from '../store/rows.ts'
import type { Session } from '../transport/relay.ts'
import { relayOf } from '../transport/relayOf.ts'
import type { DeliveryRow } from '../types.ts'
import { claimDelivery, handOver } from './handOver.ts'
import { beginSending } from './sending.ts'
import type { Work } from './work.ts'

/** Rows per query. */
const PAGE = 100
/** Circuit breaker: after this many consecutive broken connections, this tick stops using the relay. */
const MOST_BREAKS = 3

export type Sent = Record<HandOver['result'], number>

export interface SendReport {
  sent: Sent
  relay: 'up' | 'down' | 'idle' | 'paused'
}

const shuffled = <T>(list: T[]): T[] =>
  list
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)

/** What somebody waits for: mails that were asked for, and notices to officers. */
const AWAITED: Where = { kind: { in: ['confirmation', 'link', 'notice'] } }
/** Digests whose run begins with `immediate:`, as a range that an index can be entered at. */
const IMMEDIATE: Where = {
  kind: { equals: 'digest' },
  run: { greater_than_equal: 'immediate:', less_than: 'immediate;' },
}

/** Kinds of mails, those first that never wait for the others. */
export const LANES: readonly Where[] = [AWAITED, IMMEDIATE, { kind: { equals: 'digest' } }]
/** The first lane alone. */
export const AWAITED_LANE: readonly Where[] = [AWAITED]

/** Due rows of the first lane that has any, in an order of this worker's own, which reduces collisions. */
const dueRows = async ({ payload, clock }: Work, lanes: readonly Where[]): Promise<DeliveryRow[]> => {
  const now = clock.now().toISOString()
  for (const lane of lanes) {
    const rows = await find({
      payload,
      collection: 'deliveries',
      where: {
        ...lane,
        state: { in: [...CLAIMABLE_STATES] },
        notBefore: { less_than_equal: now },
        expiresAt: { greater_than: now },
      },
      sort: 'notBefore',
      limit: PAGE,
    })
    if (rows.length) return shuffled(rows)
  }
  return []
}

/**
 * Hands over everything that is due, on a few concurrent connections. The relay's availability is tested once per tick
 * before any row is claimed; while it is down, rows simply wait.
 *
 * @param lanes which mails, the most urgent first
 */
export const sendDue = async (work: Work, lanes: readonly Where[] = LANES): Promise<SendReport> => {
  const relay = relayOf(work.settings)
  const report: SendReport = { sent: { accepted: 0, refused: 0, dropped: 0, superseded: 0 }, relay: 'idle' }
  if (!(await work.settings.sendingAllowed(work.payload)).allowed) return { ...report, relay: 'paused' }
  const sending = beginSending(work)
  let queue: DeliveryRow[] = []
  let refill: Promise<void> | undefined
  const next = async (): Promise<DeliveryRow | undefined> => {
    if (!queue.length) {
      refill ??= dueRows(work, lanes).then((rows) => {
        queue = rows
        refill = undefined
      })
      await refill
    }
    return queue.shift()
  }

  const open = async (): Promise<Session | null> => {
    try {
      const session = await relay.open()
      report.relay = 'up'
      return session
    } catch (error) {
      report.relay = 'down'
      work.payload.logger.error({ msg: 'the mail relay cannot be reached', reason: (error as Error).message })
      return null
    }
  }

  const sendFrom = async (first: DeliveryRow): Promise<void> => {
    let session: Session | null = null
    let breaks = 0
    try {
      for (let row: DeliveryRow | undefined = first; row && breaks < MOST_BREAKS; row = await next()) {
        if (!session?.usable()) {
          session?.close()
          session = await open()
          if (!session) return
        }
        const claimed = await claimDelivery(work, row)
        const outcome = claimed && (await handOver(sending, session, claimed))
        if (outcome) report.sent[outcome.result] += 1
        breaks = outcome?.result === 'dropped' ? breaks + 1 : 0
        // Yields to timers and sockets: loops over an embedded database never leave the microtask queue.
        await setImmediate()
      }
    } finally {
      session?.close()
    }
  }

  const connections: Promise<void>[] = []
  for (let index = 0; index < work.settings.connections; index += 1) {
    const first = await next()
    if (!first) break
    connections.push(sendFrom(first))
  }
  await Promise.all(connections)
  return report
}
