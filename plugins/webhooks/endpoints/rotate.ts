import { optionsOf } from '../options.ts'
import { exchangeSecret, stateOf } from '../store/states.ts'
import { answer, endpointOf, refuse, refuseUnknown, textsFor } from './answers.ts'

/** How long the secret before the current one signs as well. */
const BOTH_SIGN_MS = 24 * 60 * 60_000

/** `POST /api/webhooks/{id}/rotate`: a new signing secret, shown in this answer and never again. */
export const rotateEndpoint = endpointOf('post', 'rotate', async (req, webhook) => {
  const { payload } = req
  if (!(await stateOf(payload, webhook))) return refuseUnknown(req)
  const oldUntil = new Date(optionsOf(payload.config).clock.now().getTime() + BOTH_SIGN_MS).toISOString()
  const secret = await exchangeSecret({ payload, webhook, oldUntil })
  if (!secret) return refuse(409, 'WEBHOOK_BUSY', textsFor(req).refusals.raced)
  payload.logger.info({ msg: 'the secret of a webhook was exchanged', webhook })
  return answer({ secret, oldSecretUntil: oldUntil })
})
