import { type HandOver, LEASE } from '../core/delivery.ts'
import { advanceDelivery } from '../store/advanceDelivery.ts'
import type { Session } from '../transport/relay.ts'
import type { ReadyMail } from './prepare.ts'
import { settleDelivery } from './settleDelivery.ts'
import type { Work } from './work.ts'

/** The end of a lease that begins now. */
export const leaseFrom = (now: Date): string => new Date(now.getTime() + LEASE).toISOString()

/**
 * Hands one claimed row to the relay and records the outcome. The row becomes `handing` when the relay asks for the
 * body; if that update fails, not one byte is sent.
 */
export const handOver = async (
  work: Work,
  session: Session,
  { row, envelope, bytes }: ReadyMail,
): Promise<HandOver> => {
  const { payload, clock } = work
  const outcome = await session.handOver({
    envelope,
    bytes,
    onAsked: async () => {
      const data = { state: 'handing', leaseUntil: leaseFrom(clock.now()) } as const
      const isOurs = await advanceDelivery({ payload, row, from: ['claimed'], data })
      if (isOurs) await work.onStep?.('body asked for')
      return isOurs
    },
  })
  await work.onStep?.('mail handed over')
  if (outcome.result === 'superseded') return outcome
  await settleDelivery(work, row, outcome)
  await work.onStep?.('delivery settled')
  return outcome
}
