import { APIError, type PayloadRequest } from 'payload'
import { say } from '../../../lib/faults/say.ts'
import { LOCALES } from '../../portal/locales.ts'

const CODES = LOCALES.map(({ code }) => code)
const KNOWN = new Set<unknown>([undefined, 'all', '*', ...CODES])

/**
 * `payload` 3.90.2 takes a language that does not exist for the default one, so that a mistyped one stores a translation
 * over the original. This refuses to write in it.
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
