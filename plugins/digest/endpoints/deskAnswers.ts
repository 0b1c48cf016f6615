import type { Access, PayloadRequest } from 'payload'
import { PRIVATE, refuseReader } from '../../../lib/faults/refuseReader.ts'
import { say } from '../../../lib/faults/say.ts'
import { isRecord } from '../../../lib/isRecord.ts'
import { hasWords, normalise } from '../../../lib/text/normalise.ts'
import { settingsOf } from '../options.ts'
import type { Officer } from '../store/acts.ts'

/** Longest reason, in characters. */
const LONGEST_REASON = 1_000

/** The API response of a refusal: a code, and one sentence in the person's language. */
export const refuse = (
  req: PayloadRequest,
  status: number,
  code: string,
  message: { vi: string; en: string },
): Response =>
  Response.json({ errors: [{ code, message: say(req, message.vi, message.en) }] }, { status, headers: PRIVATE })

export const answer = (body: object): Response => Response.json(body, { headers: PRIVATE })

const accessOf = (req: PayloadRequest, right: 'readDesk' | 'manageDesk'): Access =>
  settingsOf(req.payload.config)[right]

/**
 * Refuses who may not look at the desk, or may not run it.
 *
 * @returns 401 without a login, 403 without the right, `undefined` when the request may go on
 */
export const refuseAtDesk = (req: PayloadRequest, right: 'readDesk' | 'manageDesk') =>
  refuseReader(req, accessOf(req, right))

/** The person who acts; only after `refuseAtDesk`. */
export const officerOf = ({ user }: PayloadRequest): Officer => {
  const { id, email, name } = user as { id: string | number; email?: string; name?: unknown }
  return { id: String(id), name: typeof name === 'string' && name ? name : (email ?? String(id)) }
}

/** The JSON object in a body; an empty body is `{}`, `undefined` stands for anything else. */
export const bodyOf = async (req: PayloadRequest): Promise<Record<string, unknown> | undefined> => {
  const text = (await req.text?.()) ?? ''
  try {
    const body: unknown = text.trim() === '' ? {} : JSON.parse(text)
    return isRecord(body) ? body : undefined
  } catch {
    return undefined
  }
}

/** A reason as people wrote it, tidied; `undefined` when there is none, or it is too long. */
export const reasonIn = (body: Record<string, unknown>): string | undefined => {
  const reason = typeof body.reason === 'string' ? normalise(body.reason.slice(0, 4 * LONGEST_REASON)) : ''
  return hasWords(reason) && reason.length <= LONGEST_REASON ? reason : undefined
}

export const NOT_JSON = {
  vi: 'Dữ liệu gửi lên không phải JSON; xin kiểm tra lại.',
  en: 'The body is not a JSON object; check it.',
}

export const REASON_MISSING = {
  vi: `Xin ghi lý do, tối đa ${LONGEST_REASON} ký tự.`,
  en: `Give a reason of at most ${LONGEST_REASON} characters.`,
}
