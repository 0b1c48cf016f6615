import type { PayloadRequest } from 'payload'
import { refusal } from '../core/refusal.ts'

/** Refusal of a body that is no JSON. */
export const NOT_JSON = refusal('CONTENT_INVALID', 'Dữ liệu gửi lên không phải JSON.', 'The body is not JSON.')

/** The JSON body of a request; an empty body is `{}`, and `NOT_JSON` stands for anything else. */
export const bodyOf = async (req: PayloadRequest): Promise<unknown> => {
  const text = (await req.text?.()) ?? ''
  try {
    return text.trim() === '' ? {} : JSON.parse(text)
  } catch {
    return NOT_JSON
  }
}
