import { claim } from '../../publications/index.ts'
import { backoff, type HandOver, isTerminal, LEASE, type Settlement, scrubReply, settle } from '../core/delivery.ts'
import { findOne } from '../store/rows.ts'
import { randomRef } from '../store/secrets.ts'
import { suppress } from '../store/suppress.ts'
import type { Session } from '../transport/relay.ts'
import type { DeliveryRow } from '../types.ts'
import { prepare } from './prepare.ts'
import type { Sending } from './sending.ts'
import type { Work } from './work.ts'

const leaseFrom = (now: Date) => new Date(now.getTime() + LEASE).toISOString()

/**
 * Claims a row for this worker.
 *
 * @returns the row with its new token, or `null` when another worker was faster
 */
export const claimDelivery = async (work: Work, row: DeliveryRow): Promise<DeliveryRow | null> => {
  const claimed = await claim<DeliveryRow>({
    payload: work.payload,
    collection: 'deliveries',
    where: { key: { equals: row.key }, state: { equals: row.state }, attempts: { equals: row.attempts } },
    data: {
      state: 'claimed',
      token: randomRef(),
      leaseUntil: leaseFrom(work.clock.now()),
      attempts: row.attempts + 1,
    },
  })
  if (claimed) await work.onStep?.('delivery claimed')
  return claimed
}

const suppressReader = async ({ payload, clock }: Work, ref: string) => {
  const subscriber = await findOne(payload, 'subscribers', { ref: { equals: ref } })
  if (subscriber) await suppress({ payload, subscriber, cause: 'hard', at: clock.now().toISOString() })
}

const writeDown = async (work: Work, row: DeliveryRow, settlement: Settlement): Promise<void> => {
  const { payload, clock } = work
  const now = clock.now()
  const { state, reply } = settlement
  const ended = isTerminal(state)
  const carry = settlement.carry && row.kind === 'digest'
  const data = {
    state,
    reply,
    carry,
    ...(ended ? { mime: '', settledAt: now.toISOString() } : {}),
    ...(state === 'pending' || state === 'deferred'
      ? { token: '', notBefore: new Date(now.getTime() + backoff(row.attempts)).toISOString() }
      : {}),
  }
  const ours = { key: { equals: row.key }, token: { equals: row.token } }
  const written = await claim({
    payload,
    collection: 'deliveries',
    where: { ...ours, state: { in: ['claimed', 'handing'] } },
    data,
  })
  // The lease expired while the relay was replying. A late acceptance still counts, unless the entries were carried
  // already.
  if (!written && state === 'accepted' && row.kind === 'digest')
    await claim({
      payload,
      collection: 'deliveries',
      where: { ...ours, state: { equals: 'unknown' }, carry: { equals: true } },
      data: { ...data, reason: '' },
    })
}

/** A mail that cannot be composed must not block others: its row is rescheduled, and the log says why. */
const prepareOrRelease = async (work: Sending, row: DeliveryRow): ReturnType<typeof prepare> => {
  try {
    return await prepare(work, row)
  } catch (error) {
    const { message } = error as Error
    work.payload.logger.error({ msg: 'a mail could not be made', run: row.run, reason: scrubReply(message) })
    await writeDown(work, row, settle({ result: 'dropped', asked: false, reason: message })!)
    return null
  }
}

/**
 * Hands one claimed row to the relay and records the outcome. The row becomes `handing` when the relay asks for the
 * body; if that update fails, not one byte is sent.
 *
 * @returns the outcome; `null` when there was nothing to hand over
 */
export const handOver = async (work: Sending, session: Session, row: DeliveryRow): Promise<HandOver | null> => {
  const { payload, clock } = work
  const mail = await prepareOrRelease(work, row)
  if (!mail) return null
  const outcome = await session.handOver({
    ...mail,
    onAsked: async () => {
      const ours = await claim({
        payload,
        collection: 'deliveries',
        where: { key: { equals: row.key }, state: { equals: 'claimed' }, token: { equals: row.token } },
        data: { state: 'handing', leaseUntil: leaseFrom(clock.now()) },
      })
      if (ours) await work.onStep?.('body asked for')
      return ours !== null
    },
  })
  await work.onStep?.('mail handed over')
  const settlement = settle(outcome)
  if (!settlement) return outcome
  await writeDown(work, row, settlement)
  if (settlement.suppress) await suppressReader(work, row.subscriber)
  if (settlement.alarm)
    payload.logger.error({ msg: 'the relay refuses us', delivery: row.messageId, reply: settlement.reply })
  await work.onStep?.('delivery settled')
  return outcome
}
