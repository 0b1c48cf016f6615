import { createHash } from 'node:crypto'

/** When to come back while a catalogue is made, seconds. */
export const RETRY_AFTER_S = '10'

/** A refusal with a stable code, in the words of both languages. */
export const refused = (status: number, code: string, vi: string, en: string): Response =>
  Response.json({ errors: [{ code, message: `${vi} / ${en}` }] }, { status, headers: { 'cache-control': 'no-store' } })

export const notThere = (): Response =>
  refused(
    404,
    'NOT_FOUND',
    'Không có gì ở địa chỉ này; hãy kiểm tra lại đường dẫn.',
    'There is nothing at this address; check the link.',
  )

/** While a new catalogue is made there is nothing to answer from yet. */
export const notReady = (): Response => {
  const response = refused(
    503,
    'NOT_READY',
    'Trang đang được dựng lại; xin thử lại sau ít phút.',
    'The site is being rebuilt; try again in a few minutes.',
  )
  response.headers.set('retry-after', RETRY_AFTER_S)
  return response
}

/** Whether a list of validators (RFC 9110 section 13.1.2) names this one; `*` names every one. */
export const names = (header: string | null | undefined, etag: string): boolean =>
  Boolean(header && (header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)))

/** Whether the asker holds what this validator stands for. */
export const isKnown = (request: Request, etag: string): boolean => names(request.headers.get('if-none-match'), etag)

const HEADERS = {
  'cache-control': 'public, max-age=60, s-maxage=60, stale-while-revalidate=300, stale-if-error=86400',
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
}

/** XML with its validator; 304 for who has it. */
export const xmlAnswer = (request: Request, type: string, text: string): Response => {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const headers = { ...HEADERS, 'content-type': `${type}; charset=utf-8`, etag }
  return isKnown(request, etag) ? new Response(null, { status: 304, headers }) : new Response(text, { headers })
}
