import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { optionsOf } from '../options.ts'
import { writeBeside, writeMark } from '../store/marks.ts'
import type { Confirmer } from '../types.ts'
import { look } from './look.ts'

/**
 * Somebody confirms that this is the real system: it gets a mark of its own and sends again. Written into the trail
 * first.
 *
 * @returns `not-paused` when nothing waited for it
 */
export const confirmInstance = async (args: {
  payload: Payload
  by: Confirmer
  reason: string
}): Promise<'confirmed' | 'not-paused'> => {
  const { payload, by, reason } = args
  const { clock, dataDir, place, record } = optionsOf(payload.config)
  const { mark, standing } = await look(payload)
  if (typeof standing === 'string') return 'not-paused'
  const id = randomUUID()
  const from = mark?.restored?.from ?? mark?.id ?? ''
  await record({ payload, by, reason, at: clock.now(), facts: { instance: id, copyOf: from, sign: standing.copy } })
  await writeMark(payload, { id, place })
  await writeBeside(dataDir, id)
  payload.logger.warn({ msg: 'a copy was confirmed as the real system; mails and webhooks go on', by: by.id })
  return 'confirmed'
}
