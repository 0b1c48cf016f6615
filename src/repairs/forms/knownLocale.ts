import { APIError, type PayloadRequest } from 'payload'
import { say } from '../../../lib/faults/say.ts'
import { LOCALES } from '../../portal/locales.ts'

const CODES = LOCALES.map(({ code }) => code)
const KNOWN = new Set<unknown>([undefined, ...CODES])
const ALL = new Set<unknown>(['all', '*'])

/**
 * `payload` 3.90.2 treats an unknown language as the default one, so that a translation with a mistyped language
 * overwrites the original. Texts sent for all languages at once pass by every hook of their fields, and fail with 500
 * where one is a text. This accepts writes in one known language.
 */
export const knownLocale = (req: PayloadRequest): void => {
  if (KNOWN.has(req.query?.locale)) return
  const list = CODES.join(', ')
  throw new APIError(
    ALL.has(req.query?.locale)
      ? say(req, `Mỗi lần chỉ lưu một ngôn ngữ; xin dùng ${list}.`, `A save is in one language; use one of ${list}.`)
      : say(req, `Không có ngôn ngữ này; xin dùng ${list}.`, `There is no such language; use ${list}.`),
    400,
    { code: 'BAD_REQUEST' },
    true,
  )
}
