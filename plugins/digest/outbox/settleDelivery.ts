import { claim } from '../../publications/index.ts'
import { backoff, type HandOver, isTerminal, type Settlement, settle } from '../core/delivery.ts'
import type { DeliveryRow } from '../rowTypes.ts'
import { type Advance, advanceDelivery } from '../store/advanceDelivery.ts'
import { findOne } from '../store/rows.ts'
import { suppress } from '../store/suppress.ts'
import type { Work } from './work.ts'

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
  const data: Advance = {
    state,
    reply,
    carry,
    ...(ended ? { mime: '', settledAt: now.toISOString() } : {}),
    ...(state === 'pending' || state === 'deferred'
      ? { token: '', notBefore: new Date(now.getTime() + backoff(row.attempts)).toISOString() }
      : {}),
  }
  const written = await advanceDelivery({ payload, row, from: ['claimed', 'handing'], data })
  // The lease expired while the relay was replying. A late acceptance still counts, unless the entries were carried
  // already.
  if (!written && state === 'accepted' && row.kind === 'digest')
    await claim({
      payload,
      collection: 'deliveries',
      where: {
        key: { equals: row.key },
        token: { equals: row.token },
        state: { equals: 'unknown' },
        carry: { equals: true },
      },
      data: { ...data, reason: '' },
    })
}

/** Records the outcome of a hand-over, if the row still belongs to this worker, and what follows from it. */
export const settleDelivery = async (work: Work, row: DeliveryRow, outcome: HandOver): Promise<void> => {
  const settlement = settle(outcome)
  if (!settlement) return
  await writeDown(work, row, settlement)
  if (settlement.suppress) await suppressReader(work, row.subscriber)
  if (settlement.alarm)
    work.payload.logger.error({ msg: 'the relay refuses us', delivery: row.messageId, reply: settlement.reply })
}
