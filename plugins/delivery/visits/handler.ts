import type { DeliveryHandler } from '../types.ts'

/** User agents of robots, monitors and programs. RFC 9309 asks crawlers to identify themselves. */
const ROBOT =
  /(?<!cu)bot\b|(?<!cu)bots?[/;_ -]|crawl|spider|slurp|archiver|facebookexternalhit|whatsapp|preview|monitor|pingdom|uptime|lighthouse|pagespeed|headless|phantomjs|validator|scrap|fetcher|curl\/|wget\/|python|aiohttp|httpx|libwww|okhttp|go-http|java\/|ruby|perl|postman|axios/i

/** Whether the request comes from a program, according to its own headers. */
export const isRobot = (headers: Headers): boolean => {
  const agent = headers.get('user-agent')?.trim()
  if (!agent || ROBOT.test(agent)) return true
  // A prefetched page has not been viewed yet; the website counts it when it is.
  const purpose = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map((name) => headers.get(name) ?? '').join(' ')
  return /prefetch|prerender|preview/i.test(purpose)
}

/** More than one person needs, and enough for an office behind one address. */
const PER_MINUTE = 60

/**
 * `POST /visits`: counts a visit. Reads only the user agent and prefetch headers, and stores only a count per day. The
 * response is the same whether the visit was counted or not.
 */
export const visitHandler = (count: () => void): DeliveryHandler => ({
  path: '/visits',
  method: 'POST',
  perMinute: PER_MINUTE,
  handle: async (request) => {
    if (request.method === 'POST' && !isRobot(request.headers)) count()
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
  },
})
