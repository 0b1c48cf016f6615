import { problemText } from '../translations/texts.ts'
import { sendTest } from '../useCases/sendTest.ts'
import { standingOf } from '../useCases/standing.ts'
import { answer, endpointOf, refuse, refuseUnknown, textsFor } from './answers.ts'

/** `POST /api/webhooks/{id}/test`: sends a test message now, and says in a sentence what the receiver answered. */
export const testEndpoint = endpointOf('post', 'test', async (req, webhook) => {
  const outcome = await sendTest({ payload: req.payload, webhook })
  const texts = textsFor(req)
  if (outcome === 'unknown') return refuseUnknown(req)
  if (outcome === 'busy' || outcome.result === 'stopped') return refuse(409, 'WEBHOOK_BUSY', texts.refusals.busy)
  const { status } = outcome
  if (outcome.result === 'arrived') return answer({ delivered: true, status, message: texts.test.arrived(status) })
  const { problem } = outcome
  const message = texts.test.failed(problemText(texts, problem, status))
  return answer({ delivered: false, problem, status, message })
})

/** `GET /api/webhooks/{id}/standing`: how deliveries go, with the last failure in a sentence. */
export const standingEndpoint = endpointOf('get', 'standing', async (req, webhook) => {
  const standing = await standingOf({ payload: req.payload, webhook })
  if (!standing) return refuseUnknown(req)
  const { failing } = standing
  const texts = textsFor(req)
  return answer({
    ...standing,
    failing: failing && { ...failing, message: problemText(texts, failing.problem, failing.status) },
  })
})
