import { type BlockList, isIPv6 } from 'node:net'
import type { Request } from 'express'
import type { Fault } from './errors.ts'

/** Answer to a page of another site that acts in a visitor's browser. */
export const CROSS_SITE: Fault = {
  status: 403,
  code: 'CROSS_SITE',
  vi: 'Yêu cầu này đến từ một trang web khác nên không được nhận; hãy mở trang của hệ thống rồi thử lại.',
  en: 'This request comes from another website and is refused; open the system’s own page and try again.',
}

/**
 * Creates a test for requests that a page of another site makes in a visitor's browser. Without it, such a page could
 * log a person into somebody else's account. Browsers name the page's origin and its relation to this server. Programs
 * name neither and pass.
 *
 * @param args.origin of this server
 * @param args.siteAddresses the website's own servers, whose requests may name any origin
 */
export const foreignPage = (args: { origin: string; siteAddresses?: BlockList }): ((req: Request) => boolean) => {
  const { protocol } = new URL(args.origin)
  return (req) => {
    const { origin, host, 'sec-fetch-site': site } = req.headers
    if (req.ip !== undefined && args.siteAddresses?.check(req.ip, isIPv6(req.ip) ? 'ipv6' : 'ipv4')) return false
    if (origin !== undefined && origin !== args.origin && origin !== `${protocol}//${host}`) return true
    // A sibling host of the same site is another site's page as well, unless its origin is this server's.
    return site === 'cross-site' || (site === 'same-site' && origin === undefined)
  }
}
