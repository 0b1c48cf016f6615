import { setImmediate } from 'node:timers/promises'
import { CLAIMABLE_STATES, type HandOver } from '../core/delivery.ts'
import { find } from '../store/rows.ts'
import type { Relay, Session } from '../transport/relay.ts'
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
  relay: 'up' | 'down' | 'idle'
}

const shuffled = <T>(list: T[]): T[] =>
  list
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)

/**
 * Due rows, requested mails first, because people are waiting for them; otherwise in an order of this worker's own,
 * which reduces collisions.
 */
const dueRows = async ({ payload, clock }: Work): Promise<DeliveryRow[]> => {
  const now = clock.now().toISOString()
  for (const kind of ['confirmation', 'link', 'digest']) {
    const rows = await find({
      payload,
      collection: 'deliveries',
      where: {
        kind: { equals: kind },
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
 */
export const sendDue = async (work: Work, relay: Relay = relayOf(work.settings)): Promise<SendReport> => {
  const report: SendReport = { sent: { accepted: 0, refused: 0, dropped: 0, superseded: 0 }, relay: 'idle' }
  const sending = beginSending(work)
  let queue: DeliveryRow[] = []
  let refill: Promise<void> | undefined
  const next = async (): Promise<DeliveryRow | undefined> => {
    if (!queue.length) {
      refill ??= dueRows(work).then((rows) => {
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

  const lane = async (first: DeliveryRow): Promise<void> => {
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

  const lanes: Promise<void>[] = []
  for (let index = 0; index < work.settings.connections; index += 1) {
    const first = await next()
    if (!first) break
    lanes.push(lane(first))
  }
  await Promise.all(lanes)
  return report
}
