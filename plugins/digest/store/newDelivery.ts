import type { DeliveryRow } from '../rowTypes.ts'

/** Initial outbox row: pending and unclaimed, and awaited by somebody. */
export const newDelivery = (
  given: Pick<DeliveryRow, 'key' | 'kind' | 'subscriber' | 'createdOn' | 'expiresAt' | 'items'> &
    Partial<Pick<DeliveryRow, 'run' | 'lane' | 'carriedFrom'>>,
): DeliveryRow => ({
  run: '',
  lane: 'awaited',
  state: 'pending',
  token: '',
  leaseUntil: '',
  attempts: 0,
  notBefore: given.createdOn,
  carriedFrom: '[]',
  carry: false,
  carriedBy: '',
  messageId: '',
  mime: '',
  mimeSha256: '',
  mimeSize: 0,
  reply: '',
  reason: '',
  settledAt: '',
  ...given,
})
