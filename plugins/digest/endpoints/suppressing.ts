import type { Endpoint, PayloadRequest } from 'payload'
import { languageOf } from '../../../lib/faults/say.ts'
import { ownLanguage } from '../../../lib/text/languages.ts'
import { type MailAddress, readAddress } from '../core/address.ts'
import { addressState } from '../desk/addressState.ts'
import { refusals } from '../desk/refusals.ts'
import { liftSuppression } from '../useCases/liftSuppression.ts'
import { answer, bodyOf, NOT_JSON, officerOf, REASON_MISSING, reasonIn, refuse, refuseAtDesk } from './deskAnswers.ts'

const ADDRESS_INVALID = {
  vi: 'Địa chỉ thư chưa đúng; hãy gõ đủ, ví dụ ten@example.vn.',
  en: 'This is no e-mail address; type it whole, such as name@example.org.',
}

/** The address and the rest of a body, or a refusal. Addresses come in bodies alone, because queries are logged. */
const typed = async (
  req: PayloadRequest,
): Promise<Response | { address: MailAddress; body: Record<string, unknown> }> => {
  const refusal = await refuseAtDesk(req, 'manageDesk')
  if (refusal) return refusal
  const body = await bodyOf(req)
  if (!body) return refuse(req, 400, 'BAD_REQUEST', NOT_JSON)
  const address = typeof body.address === 'string' ? readAddress(body.address) : null
  return address ? { address, body } : refuse(req, 422, 'EMAIL_INVALID', ADDRESS_INVALID)
}

/**
 * `GET /api/digest/refusals`: what was refused lately, and why addresses are suppressed. `POST
 * /api/digest/addresses/find` `{ address }`: how it stands with one address. `POST /api/digest/addresses/lift`
 * `{ address, reason }`: it may be written to again.
 */
export const suppressingEndpoints: Endpoint[] = [
  {
    path: '/digest/refusals',
    method: 'get',
    handler: async (req) =>
      (await refuseAtDesk(req, 'readDesk')) ?? answer(await refusals(req.payload, ownLanguage(languageOf(req)))),
  },
  {
    path: '/digest/addresses/find',
    method: 'post',
    handler: async (req) => {
      const asked = await typed(req)
      if (asked instanceof Response) return asked
      return answer(await addressState(req.payload, asked.address, ownLanguage(languageOf(req))))
    },
  },
  {
    path: '/digest/addresses/lift',
    method: 'post',
    handler: async (req) => {
      const asked = await typed(req)
      if (asked instanceof Response) return asked
      const { address, body } = asked
      const reason = reasonIn(body)
      if (!reason) return refuse(req, 422, 'REASON_MISSING', REASON_MISSING)
      const { payload } = req
      const lifted = await liftSuppression({ payload, officer: officerOf(req), address, reason })
      return answer({ lifted, ...(await addressState(payload, address, ownLanguage(languageOf(req)))) })
    },
  },
]
