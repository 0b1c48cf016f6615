import type { IncomingHttpHeaders } from 'node:http'
import type { Send } from './http.ts'

/** Most reports on their way at once; more are dropped, so that counting never costs a page. */
const MOST_UNDERWAY = 20

const hostOf = (address: string | undefined): string | undefined => {
  try {
    return address ? new URL(address).host : undefined
  } catch {
    return undefined
  }
}

/**
 * Whether somebody begins a visit by opening this page: a browser goes to a page and does not come from another of this
 * website. Nothing is stored about anybody. Robots are left out by the CMS, which is told the user agent.
 */
export const beginsVisit = (headers: IncomingHttpHeaders, siteUrl: string): boolean => {
  if (!headers['user-agent']) return false
  const purpose = `${headers['sec-purpose'] ?? ''} ${headers.purpose ?? ''}`
  if (/prefetch|prerender|preview/i.test(purpose)) return false
  const mode = headers['sec-fetch-mode']
  if (mode !== undefined && mode !== 'navigate') return false
  if (headers['sec-fetch-site'] === 'same-origin') return false
  // Asking again by the tag is a reload or a step back within a visit, as far as anybody can tell.
  if (headers['if-none-match'] !== undefined) return false
  const from = hostOf(headers.referer)
  return from === undefined || (from !== hostOf(siteUrl) && from !== headers.host)
}

/** Reports visits to the CMS; never throws, never waits. */
export const visitReporter = (send: Send): ((userAgent: string) => void) => {
  let underway = 0
  return (userAgent) => {
    if (underway >= MOST_UNDERWAY) return
    underway += 1
    send({ method: 'POST', path: '/visits', headers: { 'user-agent': userAgent.slice(0, 500), 'content-length': '0' } })
      .catch(() => {})
      .finally(() => {
        underway -= 1
      })
  }
}
