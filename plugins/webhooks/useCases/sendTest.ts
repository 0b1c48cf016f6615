import type { Payload } from 'payload'
import { testBody } from '../core/message.ts'
import type { Outcome } from '../core/outcome.ts'
import { optionsOf } from '../options.ts'
import { randomRef } from '../store/secrets.ts'
import { endTurn, stateOf, takeTurn, webhookById } from '../store/states.ts'
import { send } from './send.ts'

/**
 * Sends a message of type `test` to the saved address of a webhook, whether it is switched on or not. Its place in the
 * log, and when it is tried again, stay as they are.
 *
 * @returns `busy` while a message is on its way to the receiver, because it gets one at a time
 */
export const sendTest = async (args: { payload: Payload; webhook: string }): Promise<Outcome | 'unknown' | 'busy'> => {
  const { payload, webhook } = args
  const { clock } = optionsOf(payload.config)
  const [row, state] = await Promise.all([webhookById(payload, webhook), stateOf(payload, webhook)])
  if (!row || !state) return 'unknown'
  const now = clock.now()
  const turn = await takeTurn(payload, state, now)
  if (!turn) return 'busy'
  try {
    const id = `msg_${turn.ref}_test_${randomRef()}`
    return await send({ payload, state: turn, url: row.url, id, body: testBody(now) })
  } finally {
    await endTurn(payload, turn)
  }
}
