import type { PayloadRequest } from 'payload'
import { type Refusal, STATUS } from '../core/refusal.ts'
import { sentence } from '../hooks/asApiError.ts'

const HEADERS = { 'cache-control': 'private, no-store' }

export const answer = (body: object, status = 200): Response => Response.json(body, { status, headers: HEADERS })

/** The API response of a refusal: code, message, and details for clients. */
export const refuse = (refusal: Refusal, req: PayloadRequest): Response => {
  const { code, message, fields, seq, happened } = refusal
  return answer(
    {
      errors: [
        {
          code,
          message: sentence(message, req),
          ...(fields
            ? { fields: fields.map((field) => ({ path: field.path, message: sentence(field.message, req) })) }
            : {}),
          ...(seq === undefined ? {} : { seq }),
          ...(happened ? { happened } : {}),
        },
      ],
    },
    STATUS[code],
  )
}
