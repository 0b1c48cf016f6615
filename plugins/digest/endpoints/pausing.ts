import type { Endpoint, PayloadRequest } from 'payload'
import { isPauseScope, PAUSABLE } from '../core/pauses.ts'
import { settingsOf } from '../options.ts'
import { pauseSending } from '../useCases/pauseSending.ts'
import { answer, bodyOf, NOT_JSON, officerOf, REASON_MISSING, reasonIn, refuse, refuseAtDesk } from './deskAnswers.ts'

const NO_SUCH_CADENCE = {
  vi: `Không có nhịp gửi này; hãy chọn một trong: ${PAUSABLE.join(', ')}, hoặc bỏ trống để chọn tất cả.`,
  en: `There is no such cadence; give one of ${PAUSABLE.join(', ')}, or none for all.`,
}

const act =
  (kind: 'paused' | 'resumed') =>
  async (req: PayloadRequest): Promise<Response> => {
    const refusal = await refuseAtDesk(req, 'manageDesk')
    if (refusal) return refusal
    const body = await bodyOf(req)
    if (!body) return refuse(req, 400, 'BAD_REQUEST', NOT_JSON)
    const scope = body.cadence ?? 'all'
    if (!isPauseScope(scope)) return refuse(req, 422, 'CADENCE_NOT_OFFERED', NO_SUCH_CADENCE)
    const reason = reasonIn(body)
    if (!reason) return refuse(req, 422, 'REASON_MISSING', REASON_MISSING)
    const { payload } = req
    const { clock } = settingsOf(payload.config)
    return answer(await pauseSending({ payload, clock, officer: officerOf(req), kind, scope, reason }))
  }

/** `POST /api/digest/pause` and `…/resume`, `{ cadence?, reason }`, for mail officers. */
export const pausingEndpoints: Endpoint[] = [
  { path: '/digest/pause', method: 'post', handler: act('paused') },
  { path: '/digest/resume', method: 'post', handler: act('resumed') },
]
