import type { PayloadRequest } from 'payload'
import { languageOf, say } from '../../../lib/faults/say.ts'
import { isRecord } from '../../../lib/isRecord.ts'
import { ownLanguage } from '../../../lib/text/languages.ts'
import { normalise } from '../../../lib/text/normalise.ts'
import { confirmInstance } from '../useCases/confirm.ts'
import { sendingAllowed } from '../useCases/look.ts'
import { answer, guarded, refuse } from './answers.ts'

/** Longest reason, in characters. */
const LONGEST = 2_000

const reasonIn = async (req: PayloadRequest): Promise<string> => {
  const body: unknown = await req.json?.().catch(() => undefined)
  const reason = isRecord(body) && typeof body.reason === 'string' ? body.reason : ''
  return normalise(reason).trim()
}

const standing = async (req: PayloadRequest): Promise<Response> => {
  const sending = await sendingAllowed(req.payload)
  return answer(
    sending.allowed
      ? { sending: 'allowed' }
      : { sending: 'paused', because: sending.because[ownLanguage(languageOf(req))] },
  )
}

/** `GET /api/instance`: whether mails and webhooks wait because this may be a copy. */
export const instanceEndpoint = guarded('get', '/instance', standing)

/** `POST /api/instance/confirm` `{ reason }`: this is the real system; what waited is sent. */
export const confirmEndpoint = guarded('post', '/instance/confirm', async (req) => {
  const reason = await reasonIn(req)
  if (!reason || reason.length > LONGEST)
    return refuse(
      422,
      'INSTANCE_REASON_MISSING',
      say(req, `Xin ghi lý do, không quá ${LONGEST} ký tự.`, `Give a reason, at most ${LONGEST} characters.`),
    )
  const { id, name, role } = req.user as unknown as { id: string | number; name?: string; role?: string }
  const by = { id: String(id), name: name ?? '', role: role ?? '' }
  const outcome = await confirmInstance({ payload: req.payload, by, reason })
  if (outcome === 'not-paused')
    return refuse(
      409,
      'INSTANCE_NOT_PAUSED',
      say(
        req,
        'Việc gửi không tạm dừng vì lý do này; không cần xác nhận.',
        'Nothing waits for a confirmation; there is nothing to do.',
      ),
    )
  return standing(req)
})
