import { createHash } from 'node:crypto'

/** Retry-After while a catalogue is being built, in seconds. */
export const RETRY_AFTER_S = '10'

/** An error with a stable code and a message in both languages. */
export const refused = (status: number, code: string, vi: string, en: string): Response =>
  Response.json({ errors: [{ code, message: `${vi} / ${en}` }] }, { status, headers: { 'cache-control': 'no-store' } })

export const notThere = (): Response =>
  refused(
    404,
    'NOT_FOUND',
    'Không có gì ở địa chỉ này; hãy kiểm tra lại đường dẫn.',
    'There is nothing at this address; check the link.',
  )

/** 503 while the first catalogue is being built. */
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

/** Whether a list of entity tags (RFC 9110 section 13.1.2) contains this one; `*` matches any. */
export const names = (header: string | null | undefined, etag: string): boolean =>
  Boolean(header && (header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)))

/** Whether the client's cached copy is current. */
export const isKnown = (request: Request, etag: string): boolean => names(request.headers.get('if-none-match'), etag)

const HEADERS = {
  'cache-control': 'public, max-age=60, s-maxage=60, stale-while-revalidate=300, stale-if-error=86400',
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
}

/** XML with an ETag; 304 if the client's copy is current. */
export const xmlAnswer = (request: Request, type: string, text: string): Response => {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const headers = { ...HEADERS, 'content-type': `${type}; charset=utf-8`, etag }
  return isKnown(request, etag) ? new Response(null, { status: 304, headers }) : new Response(text, { headers })
}
