import type { Payload } from 'payload'
import { optionsOf } from '../options.ts'
import { statesWhere, switchOff, writeTold } from '../store/states.ts'
import { noticeItems } from './offNotice.ts'

/**
 * Switches off what failed for days, and tells the administrators once. Killed anywhere, the next round goes on from
 * there.
 */
export const switchOffFailed = async (payload: Payload): Promise<void> => {
  const { administrators, tell } = optionsOf(payload.config)
  for (const state of await statesWhere(payload, { told: { equals: false } })) {
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
}
