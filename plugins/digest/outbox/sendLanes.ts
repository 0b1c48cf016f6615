import { setImmediate } from 'node:timers/promises'
import type { HandOver } from '../core/delivery.ts'
import { LANE_GROUPS, type Lane, type LaneGroup } from '../core/lanes.ts'
import { isHeldBack } from '../core/pauses.ts'
import type { DeliveryRow } from '../rowTypes.ts'
import { claimDeliveries, releaseDeliveries } from '../store/claimDeliveries.ts'
import { oldestDue } from '../store/dueMails.ts'
import { pausesInForce } from '../store/pausesInForce.ts'
import { mayUseRelay, relayFailed, relayWorks, slotsFor } from '../store/relayGate.ts'
import type { Session } from '../transport/relay.ts'
import { relayOf } from '../transport/relayOf.ts'
import { handOver, leaseFrom } from './handOver.ts'
import { prepareBatch, type ReadyMail } from './prepare.ts'
import { beginSending, type Sending } from './sending.ts'
import type { Work } from './work.ts'

/** Rows that a connection claims at once. They wait for each other, so there are few. */
const BATCH = 25
/** After so many consecutive broken connections the relay counts as down. */
const MOST_BREAKS = 3

/** What handing over a mail takes of the processor, in milliseconds; otherwise it waits for the relay and the disk. */
const HAND_OVER_MS = 3

export type Sent = Record<HandOver['result'], number>

export interface SendReport {
  sent: Sent
  relay: 'up' | 'down' | 'idle' | 'paused'
}

export const NOTHING_SENT: Sent = { accepted: 0, refused: 0, dropped: 0, superseded: 0 }

/** What one group of lanes does with the relay. */
interface Round extends Sending {
  group: LaneGroup
  report: SendReport
}

/** The lanes of the group without those that an officer has paused. What is no digest is never held back. */
const lanesOf = async ({ payload, group }: Round): Promise<Lane[]> => {
  if (group === 'awaited') return [...LANE_GROUPS.awaited]
  const pauses = await pausesInForce(payload)
  return LANE_GROUPS[group].filter((lane) => !isHeldBack(pauses, lane))
}

const isAnyDue = async (round: Round): Promise<boolean> =>
  (await oldestDue(round.payload, await lanesOf(round), round.clock.now())) !== undefined

/** @returns `null` when the relay is down, or another worker is looking whether it is back */
const openSession = async ({ payload, clock, settings, report }: Round): Promise<Session | null> => {
  if (!(await mayUseRelay(payload, clock.now()))) {
    report.relay = 'down'
    return null
  }
  try {
    const session = await relayOf(settings).open()
    await relayWorks(payload)
    report.relay = 'up'
    return session
  } catch (error) {
    const { message } = error as Error
    report.relay = 'down'
    await relayFailed(payload, clock.now(), message)
    payload.logger.error({ msg: 'the mail relay cannot be reached', reason: message })
    return null
  }
}

const claimBatch = async (round: Round): Promise<DeliveryRow[]> => {
  const { payload, clock, settings, group } = round
  const now = clock.now()
  const lanes = await lanesOf(round)
  if (!lanes.length) return []
  const most = await slotsFor({ payload, now, perSecond: settings.ratePerSecond, most: BATCH, group })
  if (!most) return []
  return claimDeliveries({ payload, lanes, now, leaseUntil: leaseFrom(now), most })
}

/** The mails of a batch. When they cannot even be stored, the rows are given back: no lease has to end first. */
const prepared = async (round: Round, rows: DeliveryRow[]): Promise<ReadyMail[]> => {
  try {
    return await prepareBatch(round, rows)
  } catch (error) {
    // The same disk may be full; then their lease ends.
    await releaseDeliveries(round.payload, rows).catch(() => {})
    throw error
  }
}

/** What somebody waits for goes on; everything else lets others go first. */
const restAfter = async ({ group, rest }: Round, workedMs: number): Promise<void> => {
  if (group !== 'awaited') await rest?.(workedMs)
}

/** One connection of a worker: sends batches until nothing is due, the relay fails, or the process stops. */
const sendOn = async (round: Round): Promise<void> => {
  let session: Session | null = null
  let breaks = 0
  /** @returns whether the batch was tried to its end */
  const sendBatch = async (mails: ReadyMail[]): Promise<boolean> => {
    for (const [index, mail] of mails.entries()) {
      if (!session?.usable()) {
        session?.close()
        session = breaks < MOST_BREAKS && !round.stopping?.aborted ? await openSession(round) : null
      }
      if (!session) {
        await releaseDeliveries(
          round.payload,
          mails.slice(index).map(({ row }) => row),
        )
        return false
      }
      const { result } = await handOver(round, session, mail)
      round.report.sent[result] += 1
      breaks = result === 'dropped' ? breaks + 1 : 0
      // Yields to timers and sockets: loops over an embedded database never leave the microtask queue.
      await setImmediate()
      await restAfter(round, HAND_OVER_MS)
    }
    return true
  }
  try {
    while (!round.stopping?.aborted) {
      if (!session?.usable()) {
        session?.close()
        session = (await isAnyDue(round)) ? await openSession(round) : null
      }
      if (!session) return
      const rows = await claimBatch(round)
      if (!rows.length) return
      for (let claimed = 0; claimed < rows.length; claimed += 1) await round.onStep?.('delivery claimed')
      const began = performance.now()
      const mails = await prepared(round, rows)
      await restAfter(round, performance.now() - began)
      if (!(await sendBatch(mails))) return
    }
  } finally {
    session?.close()
    if (breaks >= MOST_BREAKS) {
      await relayFailed(round.payload, round.clock.now(), 'the connection broke again and again')
      round.report.relay = 'down'
    }
  }
}

/**
 * Hands over everything of a group of lanes that is due, on a few concurrent connections. While the relay is down, rows
 * simply wait, and one worker at a time looks whether it is back.
 */
export const sendLanes = async (work: Work, group: LaneGroup): Promise<SendReport> => {
  const report: SendReport = { sent: { ...NOTHING_SENT }, relay: 'idle' }
  if (!(await work.settings.sendingAllowed(work.payload)).allowed) return { ...report, relay: 'paused' }
  const round: Round = { ...beginSending(work), group, report }
  await Promise.all(Array.from({ length: work.settings.connections }, () => sendOn(round)))
  return report
}
