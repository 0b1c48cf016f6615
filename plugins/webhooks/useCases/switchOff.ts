import type { Payload } from 'payload'
import type { StateRow } from '../core/state.ts'
import { optionsOf } from '../options.ts'
import { statesWhere, switchOff, writeTold } from '../store/states.ts'
import { noticeItems } from './offNotice.ts'

const switchOffOne = async (payload: Payload, state: StateRow): Promise<void> => {
  const { administrators, tell } = optionsOf(payload.config)
  const { webhook, ref, offAt } = state
  await switchOff(payload, webhook)
  for (const { id } of await administrators(payload))
    await tell({
      payload,
      key: `webhook:${ref}:${offAt}:${id}`,
      recipient: id,
      items: noticeItems({ webhook, offAt }),
      at: offAt,
    })
  await writeTold(payload, state)
  payload.logger.error({ msg: 'a webhook was switched off', webhook, since: state.failingSince })
}

/**
 * Switches off what failed for days, and tells the administrators once. Killed or failed anywhere, the next round goes
 * on from there; other webhooks never wait for it.
 */
export const switchOffFailed = async (payload: Payload): Promise<void> => {
  for (const state of await statesWhere(payload, { told: { equals: false } }))
    await switchOffOne(payload, state).catch((err: unknown) => {
      payload.logger.error({ msg: 'administrators could not be told of a webhook', webhook: state.webhook, err })
    })
}
