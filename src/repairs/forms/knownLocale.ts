import { APIError, type PayloadRequest } from 'payload'
import { say } from '../../../lib/faults/say.ts'
import { LOCALES } from '../../portal/locales.ts'

const CODES = LOCALES.map(({ code }) => code)
const KNOWN = new Set<unknown>([undefined, 'all', '*', ...CODES])

/**
 * `payload` 3.90.2 treats an unknown language as the default one, so that a translation with a mistyped language
 * overwrites the original. This refuses writes in an unknown language.
 */
export const knownLocale = (req: PayloadRequest): void => {
  if (KNOWN.has(req.query?.locale)) return
  const list = CODES.join(', ')
  throw new APIError(
    say(req, `Không có ngôn ngữ này; xin dùng ${list}.`, `There is no such language; use ${list}.`),
    400,
    { code: 'BAD_REQUEST' },
    true,
  )
}
